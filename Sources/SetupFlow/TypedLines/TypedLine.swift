import Core
import Guide

/// A typed line, parsed at the rim: a command or an answer.
enum TypedLine: Equatable {
  case nothing
  case command(WizardWord, String)
  case answer(String)
  /// Any words could be the answer, and these are a command's.
  case doubtful(String, WizardWord, String)
  /// A yes or a no where neither is asked for: `done`, `later`.
  case spoken(String)
  /// The program's own name: a line for a shell.
  case shellLine(command: String)
  /// A colon and a word that is no command.
  case unknownCommand(String, nearest: String?)
  /// An answer that was typed hidden.
  case hiddenAnswer(Secret)
  /// A colon and a word that is no command, typed hidden: it may be the answer mistyped.
  case hiddenCommand

  /// - Parameter shape: of the question asked; nil when none is. A command's word is one unless the
  ///   question takes free text: there only the colon form is beyond doubt.
  init(_ line: String, shape: AnswerShape?) {
    let trimmed = line.trimmed
    let (word, rest) = trimmed.firstWord
    guard !trimmed.isEmpty else {
      self = .nothing
      return
    }
    if trimmed == "-" {
      self = .command(.clear, "")
      return
    }
    if word.lowercased() == "footbridge", shape?.isFreeText != true || rest.isEmpty {
      let (name, words) = rest.firstWord
      let command = WizardWord(typed: name.lowercased())
      self =
        command.map { .command($0, $0.takes(words) ? words : "") }
        ?? .shellLine(command: TypedLine.shellCommand(name))
      return
    }
    if shape?.isFreeText != true, TypedLine.shellCommands.contains(word.lowercased()) {
      self = .shellLine(command: TypedLine.shellCommand(word))
      return
    }
    if trimmed.hasPrefix(":") {
      let name = String(word.dropFirst()).lowercased()
      if rest.isEmpty, YesNoWords.isOnlyConsent(name) {
        self = .spoken(name)
        return
      }
      self =
        WizardWord(typed: name).map { .command($0, rest) }
        ?? .unknownCommand(name, nearest: Wording.nearest(name, among: TypedLine.names))
      return
    }
    if let (command, words) = TypedLine.command(in: trimmed) {
      let isDoubtful = shape?.isFreeText ?? false
      self = isDoubtful ? .doubtful(trimmed, command, words) : .command(command, words)
      return
    }
    let isSpoken = shape?.takesNoConsent ?? false && YesNoWords.isOnlyConsent(trimmed)
    self = isSpoken ? .spoken(trimmed) : .answer(trimmed)
  }

  /// Commands of the program that are none in the wizard, and no answers either.
  private static let shellCommands: Set = [
    "setup", "history", "explain", "guide", "forget", "firmware", "replay", "practice",
  ]

  /// How a shell has it; of a name that is none of the program's, nothing is said again.
  private static func shellCommand(_ name: String) -> String {
    let name = name.lowercased()
    return shellCommands.contains(name) ? "footbridge \(name)" : "footbridge"
  }

  /// The command that a line is without a colon, if it is one.
  private static func command(in line: String) -> (WizardWord, String)? {
    let (word, rest) = line.firstWord
    guard let command = WizardWord(typed: word.lowercased()), command.takes(rest) else {
      return nil
    }
    return (command, rest)
  }

  /// What was typed hidden: a command may be told, the rest stays a secret.
  init(hidden line: Secret, shape: AnswerShape?) {
    switch TypedLine(line.open(), shape: shape) {
    case .answer, .doubtful: self = .hiddenAnswer(line)
    case .unknownCommand: self = .hiddenCommand
    case let known: self = known
    }
  }

  /// A password: any word may be one, so that a command takes the colon.
  init(password line: Secret) {
    self =
      line.open().trimmed.hasPrefix(":") ? TypedLine(hidden: line, shape: nil) : .hiddenAnswer(line)
  }

  static let names = WizardWord.allCases.map(\.rawValue)

  /// Whether it is typed to leave an answer as it is, where another one may be given.
  func leaves(_ question: Question) -> Bool {
    switch self {
    case .nothing, .command(.next, _), .command(.back, _), .command(.check, _): true
    case .command(.skip, _): !question.isOptional
    case .spoken: !question.shape.isFreeText
    default: false
    }
  }
}

extension AnswerShape {
  /// Whether any words could be an answer.
  var isFreeText: Bool { if case .text = self { true } else { false } }

  /// Whether a yes or a no cannot be one of its words.
  fileprivate var takesNoConsent: Bool {
    switch self {
    case .yesNo: false
    case .choice(let words): !words.contains(where: YesNoWords.isOnlyConsent)
    case .code, .text, .word, .secretText, .templateID, .cloudHost, .pin: true
    }
  }
}

extension String {
  /// Whether a run of letters in it is as long as a token: it may have been pasted at the wrong
  /// question. Particle's tokens have 40 letters, Blynk's 32.
  var mayHoldToken: Bool {
    split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")) }
      .contains { $0.count > 24 }
  }

  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Without the colon that a prompt may end in, as a default follows it.
  var trimmedColon: String { hasSuffix(":") ? String(dropLast()) : self }

  var firstWord: (String, String) {
    let word = prefix { !$0.isWhitespace }
    return (String(word), String(dropFirst(word.count)).trimmed)
  }
}
