import Capabilities
import Core
import Storage
import Terminal

extension SetupStore {
  /// Sends no token to a stranger: a person is asked, and with nobody there it ends with 64.
  package func agree(to addresses: CloudAddresses, for setup: OpenSetup) async throws {
    if isReplayed { return }
    for stranger in addresses.strangers(to: setup) {
      // Where practice clouds once were, nobody is asked whether their token may go elsewhere.
      guard isInteractive, !stranger.isUnknown, try await isWelcome(stranger) else {
        throw CloudAddresses.problem(stranger, setup: setup.name, home: homeFlag)
      }
    }
  }

  /// Keeps Particle's address with a setup that is walked: its tokens are given for it.
  func keepAddress(_ addresses: CloudAddresses, of setup: OpenSetup) throws {
    let name = Bindings.particleURLName
    let address = Answer.plain(addresses.particle(of: setup))
    if isReplayed || addresses.isOurs || setup.answer(to: name) == address { return }
    try setup.learn(address, for: name)
  }

  /// The secrets that were given for other addresses than those of this run.
  package func strangersSecrets() throws -> [Secret] {
    try names().flatMap { name in
      let setup = try read(SetupName(name))
      return addresses.strangers(to: setup).compactMap { stranger -> Secret? in
        if case .secret(let secret)? = setup.answer(to: stranger.token) { secret } else { nil }
      }
    }
  }

  private func isWelcome(_ stranger: CloudAddresses.Stranger) async throws -> Bool {
    terminal.say("\(stranger.cloud)'s token was given for \(stranger.kept).")
    let reader = LineReader { terminal.traits }
    let prompt = Prompt("Send it to \(stranger.asked)? (yes/no) [no]")
    guard case .line(let line) = await reader.ask(prompt) else { return false }
    return YesNoWords.isYes(line)
  }
}
