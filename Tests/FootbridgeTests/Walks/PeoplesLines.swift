import Guide
import TestSupport

@testable import SetupFlow

/// Tokens as two clouds give them, of one walk alone, so that each can be looked for.
struct PeoplesTokens {
  let accessToken: String
  let authToken: String
  /// One that lost its end on the way.
  let cutToken: String
  let jsonToken: String

  init(_ chance: inout Seeded) {
    accessToken = chance.text(40, of: "0123456789abcdef")
    authToken = chance.text(32, of: "ABCDEFGHJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789")
    cutToken = chance.text(39, of: "0123456789abcdef")
    jsonToken = chance.text(40, of: "0123456789abcdef")
  }

  /// None of them may ever be shown.
  var hidden: [String] { [accessToken, authToken, jsonToken] }
}

/// Lines as people type and paste them.
enum PeoplesLines {
  static func line(
    _ chance: inout Seeded, _ guide: GuideDocument, _ tokens: PeoplesTokens
  ) -> String {
    switch chance.below(10) {
    case 0...2: any(of: answers(tokens), &chance)
    case 3: any(of: pastes(tokens, &chance), &chance)
    case 4: any(of: yesAndNo, &chance)
    case 5...6: command(&chance, guide)
    case 7: any(of: keys, &chance)
    case 8: chance.text(chance.below(50), of: "ab :\t'\"{}ü€0")
    default: ""
    }
  }

  private static func any(of lines: [String], _ chance: inout Seeded) -> String {
    lines[chance.below(lines.count)]
  }

  /// What would do somewhere.
  private static func answers(_ tokens: PeoplesTokens) -> [String] {
    [
      "blueprint", "manual", "m", "0123456789abcdef01234567", "e00fce68aaaabbbbccccdddd",
      tokens.accessToken, tokens.authToken, tokens.cutToken, "TMPL0123456789", "TMPLabcdefghi",
      "ny3", "fra1", "http://127.0.0.1:1", "blynk-cloud.com:8080", "boron", "My Boron",
      "Particle Device", "practice-boron", "oa2-client-id_abcdefgh", "blynk.cloud", "https://",
      "me@example.com", "never", "90",
    ]
  }

  private static let yesAndNo =
    ["done", "yes", "y", "ok", "ja", "fertig", "Done.", "erledigt", "finished"]
    + ["no", "later", "not yet", "nein", "später", "noch nicht", "none"]

  /// Blynk's three lines in any order, and what else is on a clipboard.
  private static func pastes(_ tokens: PeoplesTokens, _ chance: inout Seeded) -> [String] {
    let definitions = [
      "#define BLYNK_TEMPLATE_ID \"TMPLabcdefghi\"", "#define BLYNK_TEMPLATE_NAME \"My Boron\"",
      "#define BLYNK_AUTH_TOKEN \"\(tokens.authToken)\"",
    ].shuffled(using: &chance)
    return definitions + [
      definitions.joined(separator: " "), definitions.joined(separator: "\n"),
      "Bearer \(tokens.accessToken)", "Authorization: Bearer \(tokens.accessToken)",
      "\"\(tokens.accessToken)\"", "\(tokens.accessToken)\(tokens.accessToken)",
      "{\"access_token\":\"\(tokens.jsonToken)\",\"token_type\":\"bearer\"}",
      "access_token=\(tokens.jsonToken)",
      "https://api.particle.io/v1/devices?access_token=\(tokens.jsonToken)",
      "https://ny3.blynk.cloud/external/api/get?token=\(tokens.authToken)&V16",
      "char auth[] = \"\(tokens.authToken)\";", "  \(tokens.authToken)  ",
      ":set \(tokens.authToken)", "goto \(tokens.accessToken)", ":\(tokens.authToken)",
      ":skip the token \(tokens.accessToken) has no device", "set \(tokens.accessToken)",
    ]
  }

  /// Keys that no prompt knows, as they come where nothing reads them.
  private static let keys = [
    "\u{1B}[1;5D", "\u{1B}[5~", "\u{1B}[15~", "\u{1B}[1~blueprint", "\u{1B}b", "\u{1B}x",
    "\u{1B}[200~ny3\u{1B}[201~", "\u{7}", "a\u{8}b", "\u{1}", "\u{C}",
  ]

  private static func command(_ chance: inout Seeded, _ guide: GuideDocument) -> String {
    let steps = guide.sections.flatMap(\.steps).map(\.name)
    let step = steps[chance.below(steps.count)]
    let question = guide.questions[chance.below(guide.questions.count)].name
    // `test` takes its time.
    let bare = WizardWord.allCases.filter { $0 != .test }.map(\.rawValue)
    let german = [
      "weiter", "zurück", "prüfen", "tun", "hinweis", "zeigen", "mehr", "wo", "setzen", "leeren",
      "rückgängig", "zurücknehmen", "wiederholen", "protokoll", "hilfe", "ende", "setze",
    ]
    let others = ["exit", "q", "?", "retry", "status", "go", "continue", "change", "bye"]
    let words = bare + german + others
    let lines = [
      ":\(any(of: words, &chance))", any(of: words, &chance), any(of: words, &chance).uppercased(),
      ":skip it is late", "skip no paying plan", "auslassen keine Lust", ":goto \(step)",
      "goto \(step.section)", ":goto nowhere", "goto \(chance.below(30))",
      "goto section \(chance.below(9))", "gehe zu abschnitt \(chance.below(9))", "go back",
      ":set \(question)", "set \(question)", "setze \(question)", "clear \(question)", "-",
      "set Template ID", "goto webhook", ":wher", "hlep",
    ]
    return any(of: lines, &chance)
  }
}
