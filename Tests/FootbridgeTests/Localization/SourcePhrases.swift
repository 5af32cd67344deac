import Foundation

/// What the sources say to a person: every literal that reads as words, in the targets that speak.
enum SourcePhrases {
  /// Their keys by the file that says them first.
  static let all: [String: String] = {
    var found: [String: String] = [:]
    for (path, text) in sources where !Unsaid.isUnsaid(path) {
      for phrase in phrases(of: text) where !Unsaid.phrases.contains(bare(phrase)) {
        found[phrase] = found[phrase] ?? path
      }
    }
    return found
  }()

  /// The nouns that `Wording.count` is given, in the plural.
  static let nouns: Set<String> = Set(sources.flatMap { counted(in: $0.text) })

  /// Every text that stands in quotes anywhere, and the names of cases.
  static let literals: Set<String> = {
    var found: Set<String> = []
    for (_, text) in sources + files(of: "Core") {
      found.formUnion(LiteralScan(text).literals.map(\.pattern))
      for line in text.matches(of: /(?m)^ *case ([a-z][A-Za-z, ]*)$/) {
        found.formUnion(line.1.split { $0 == "," || $0 == " " }.map(String.init))
      }
    }
    return found
  }()

  private static let targets = [
    "BlynkAPI", "Capabilities", "DeviceSimulator", "Firmware", "Footbridge", "Guide", "HTTP",
    "ParticleAPI", "Recording", "Reports", "RoundTrip", "SetupFlow", "Storage", "Terminal", "Trips",
    "Walkthrough",
  ]

  /// Of the practice clouds, which play the clouds, only their pages of problems speak.
  private static let sources =
    targets.flatMap(files)
    + files(of: "PracticeClouds").filter { $0.path.contains("Error+Problem") }

  private static func files(of target: String) -> [(path: String, text: String)] {
    let folder = FleetStage.checkout + "/Sources/\(target)"
    let files = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return files.filter { $0.hasSuffix(".swift") }.sorted().map { file in
      let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      return ("\(target)/\(file)", text ?? "")
    }
  }

  private static func phrases(of source: String) -> [String] {
    let nouns = Set(counted(in: source))
    return LiteralScan(source).literals.filter { !$0.isForPrograms }.map(\.pattern)
      .filter { readsAsWords($0) && !nouns.contains($0) && !nouns.contains($0 + "s") }
  }

  /// Without the signs that join it to what stands before and after.
  private static func bare(_ pattern: String) -> String {
    var rest = pattern[...]
    while let first = rest.first, " \n".contains(first) { rest = rest.dropFirst() }
    while let first = rest.first, ",; ".contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, ",;: \n".contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  /// Two words, or one beside a place.
  private static func readsAsWords(_ phrase: String) -> Bool {
    let places = phrase.matches(of: /\{[1-9]\}/).count
    let rest = phrase.replacing(/\{[1-9]\}/, with: "\u{1}")
    let words = rest.split { !$0.isASCII || !$0.isLetter }
      .filter { $0.count > 1 && !["ms", "MB", "KiB", "UTC"].contains($0) }
    return rest.contains(" ") && (words.count > 1 || words.count == 1 && places > 0)
  }

  private static func counted(in source: String) -> [String] {
    let calls =
      /Wording\.count\((?:[^"()]|\([^()]*\))*?,\s*"([^"]+)"(?:,\s*"([^"]+)")?\)/
    return source.matches(of: calls).map { call in String(call.2 ?? call.1 + "s") }
  }
}

extension LiteralScan.Literal {
  /// The argument parser's own pages, and what only programs read.
  fileprivate var isForPrograms: Bool {
    before.contains(
      /(^|[^.\w])(help|abstract|discussion|usage|valueName|code|sql|commandName|label):\s*$/)
      || before.contains(/ArgumentHelp\(\s*$/)
  }
}
