import Core
import ParticleAPI
import Terminal

/// Logs in to Particle with a person at the terminal, and makes an access token for this setup.
///
/// The password and the code are hidden, used once, and kept nowhere.
struct LoginDialog {
  /// The question whose answer it makes.
  static let question = "particle.access_token"

  let terminal: TerminalOutput
  let reader: LineReader
  let login: ParticleLogin
  /// Carries out a command that is typed meanwhile.
  let command: (WizardWord, String) async throws -> WalkMove?

  /// The person left the login: for where the move goes, or for the question it was asked at.
  struct Left: Error { let move: WalkMove? }

  /// - Returns: the new token.
  func token() async throws -> Secret {
    let user = try await address()
    let password = try await askHidden("Your Particle password (hidden):", "particle.password")
    let lifetime = try await lifetime()
    let outcome = try await login.token(
      user: user, password: password, lasting: lifetime)
    switch outcome {
    case .granted(let token): return token.secret
    case .needsCode(let challenge): return try await secondStep(challenge)
    }
  }

  private func address() async throws -> String {
    while true {
      let text = try await ask("Your Particle e-mail (Enter leaves):")
      if text.contains("@") { return text }
      terminal.say("An e-mail address has an @.")
    }
  }

  private func secondStep(_ challenge: MFAChallenge) async throws -> Secret {
    let code = try await askHidden(
      "The six digits of your authenticator (hidden):", "particle.otp")
    return try await login.token(code: code.withoutBlanks, for: challenge).secret
  }

  /// Particle's usual 90 days end without a word (particle:oauth-lifetime), so the person decides.
  private func lifetime() async throws -> TokenLifetime {
    while true {
      let words = try await ask("For how many days, or never to expire? [never]", mayBeEmpty: true)
      if let lifetime = LoginDialog.lifetime(words) { return lifetime }
      terminal.say("Give a number of days from 1 to 3650, or `never`.")
    }
  }

  /// `never`, or a number of days; nil for anything else.
  static func lifetime(_ words: String) -> TokenLifetime? {
    if words.isEmpty || ["never", "nie"].contains(words.lowercased()) { return .forever }
    guard let days = Int(words), (1...3650).contains(days) else { return nil }
    return .seconds(days * 86_400)
  }

  /// As it was typed: blanks at its ends belong to a password. A command takes the colon here, as
  /// any word may be one.
  private func askHidden(_ text: Phrase, _ name: String) async throws -> Secret {
    while true {
      switch await reader.ask(Prompt(text, hidden: true)) {
      case .end, .terminated: throw Left(move: .leave)
      case .interrupted, .line: throw Left(move: nil)
      case .secret(let line) where line.isEmpty: throw Left(move: nil)
      case .secret(let line):
        guard case .command(let word, let rest) = TypedLine(password: line) else {
          return line.named(name)
        }
        try await carryOut(word, rest)
      }
    }
  }

  /// - Parameter mayBeEmpty: whether a bare Enter is an answer; else it leaves.
  private func ask(_ text: Phrase, mayBeEmpty: Bool = false) async throws -> String {
    while true {
      switch await reader.ask(Prompt(text)) {
      case .end, .terminated: throw Left(move: .leave)
      case .interrupted, .secret: throw Left(move: nil)
      case .line(let line):
        switch TypedLine(line, shape: .word(1...200)) {
        case .nothing where !mayBeEmpty: throw Left(move: nil)
        case .command(let word, let rest): try await carryOut(word, rest)
        case .unknownCommand: terminal.say("I know no command of that name. :help lists them.")
        case .spoken(let word) where YesNoWords.notYet.contains(YesNoWords.word(word)):
          throw Left(move: nil)
        default: return line.trimmed
        }
      }
    }
  }

  /// What only shows leaves the question standing; what would go elsewhere in the walk ends the
  /// login.
  private func carryOut(_ word: WizardWord, _ rest: String) async throws {
    switch word {
    case .next, .back, .check, .do, .skip, .clear: throw Left(move: nil)
    default: if let move = try await command(word, rest) { throw Left(move: move) }
    }
  }
}
