import Console
import Ground
import Particle

/// Logs in to Particle with a person at the terminal, and makes an access token for this setup.
///
/// The password and the code are hidden, used once, and kept nowhere.
struct LoginTalk {
  /// The question whose answer it makes.
  static let question = "particle.access_token"

  let terminal: Terminal
  let reader: LineReader
  let login: ParticleLogin

  /// - Returns: the new token; nil when the person left.
  func token() async throws -> Secret? {
    guard let user = await ask("Your Particle e-mail:"), !user.isEmpty,
      let password = await askHidden("Your Particle password (hidden):", "particle.password"),
      let lifetime = await lifetime()
    else { return nil }
    let outcome = try await login.token(
      user: user, password: password, lasting: lifetime)
    switch outcome {
    case .granted(let token): return token.secret
    case .needsCode(let challenge): return try await secondStep(challenge)
    }
  }

  private func secondStep(_ challenge: MFAChallenge) async throws -> Secret? {
    guard
      let code = await askHidden(
        "The six digits of your authenticator (hidden):", "particle.otp")
    else { return nil }
    return try await login.token(code: code.withoutBlanks, for: challenge).secret
  }

  /// Particle's usual 90 days end without a word (particle-cloud §2.1), so the person decides.
  private func lifetime() async -> TokenLifetime? {
    while let words = await ask("For how many days, or never to expire? [never]") {
      if let lifetime = LoginTalk.lifetime(words) { return lifetime }
      terminal.say("Give a number of days from 1 to 3650, or `never`.")
    }
    return nil
  }

  /// `never`, or a number of days; nil for anything else.
  static func lifetime(_ words: String) -> TokenLifetime? {
    if words.isEmpty || ["never", "nie"].contains(words.lowercased()) { return .forever }
    guard let days = Int(words), (1...3650).contains(days) else { return nil }
    return .seconds(days * 86_400)
  }

  /// As it was typed: blanks at its ends belong to a password.
  private func askHidden(_ text: String, _ name: String) async -> Secret? {
    let input = await reader.readLine(Prompt(text, hidden: true))
    if case .terminated(let signal) = input { Terminal.endProcess(by: signal) }
    return input.given(for: name)?.named(name)
  }

  private func ask(_ text: String) async -> String? {
    switch await reader.readLine(Prompt(text)) {
    case .line(let line): return line.trimmed
    case .end, .interrupted, .secret: return nil
    case .terminated(let signal): Terminal.endProcess(by: signal)
    }
  }
}
