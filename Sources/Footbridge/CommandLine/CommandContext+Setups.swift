import Core
import Foundation
import Storage

extension CommandContext {
  /// How long a run with nobody there waits for another process to let go of the setup: two night
  /// runs may overlap by a little. A person is told at once.
  static let lockPatience: Duration = .seconds(10)
  /// Between two looks at the lock.
  static let lockPause: Duration = .milliseconds(20)

  /// Opens a setup to walk or test it; it is begun if it is not there.
  func open(_ name: SetupName) async throws -> OpenSetup {
    try home.prepare()
    let lock = try await lock(name.text)
    return try OpenSetup(
      name: name.text, guide: guide(), home: home, lock: lock, book: book(),
      isReplayed: isReplayed, now: { Date() })
  }

  /// Opens a setup that nobody holds, and waits for nobody.
  func openFree(_ name: String) throws -> OpenSetup {
    let lock = try SetupLock(setup: name, home: home)
    return try OpenSetup(
      name: name, guide: guide(), home: home, lock: lock, book: book(),
      isReplayed: isReplayed, now: { Date() })
  }

  /// Opens a setup that must be there.
  /// - Parameters:
  ///   - asksClouds: whether its tokens will be sent.
  ///   - needsSecrets: whether nothing can be done while one of them is missing.
  func openKnown(
    _ name: SetupName, asksClouds: Bool = true, needsSecrets: Bool = true
  ) async throws -> OpenSetup {
    try known(name)
    let setup = try await open(name)
    if needsSecrets, let missing = MissingSecrets(setup) { throw missing.problem }
    if asksClouds { try await agree(to: addresses, for: setup) }
    return setup
  }

  /// Opens a setup to walk it: the addresses are part of it. Secrets that are missing are asked for
  /// again.
  func openToWalk(_ name: SetupName, _ addresses: CloudAddresses) async throws -> OpenSetup {
    let setup = try await open(name)
    if let missing = MissingSecrets(setup) {
      terminal.show(missing.askedFor(isInteractive))
      try setup.admitLoss()
    }
    try await agree(to: addresses, for: setup)
    try keepAddress(addresses, of: setup)
    return setup
  }

  /// Opens a setup to look at it, also while another process holds it.
  func read(_ name: SetupName) throws -> OpenSetup {
    try known(name)
    return try OpenSetup(
      name: name.text, guide: guide(), home: home, lock: nil, book: book(),
      isReplayed: isReplayed, now: { Date() })
  }

  /// The names of all setups, the one last walked first.
  func setups() throws -> [String] { home.exists ? try book().setups(now: Date()) : [] }

  private func known(_ name: SetupName) throws {
    let setups = try setups()
    guard setups.contains(name.text) else { throw unknown(name.text, among: setups) }
  }

  /// The page for a setup that is not there; it may be a practice setup.
  ///
  /// - Parameter name: nil where none was named, and there is none.
  func unknown(_ name: String?, among setups: [String]) -> Problem {
    SetupName.unknown(name, among: setups, practice: practice(holding: name)?.path)
  }

  /// The home of the practice setups, if it holds one of that name, or any.
  func practice(holding name: String?) -> StateDirectory? {
    let practice = home.inside(PracticeSession.folder)
    let setups = practice.exists ? try? LogStore(home: practice).setups(now: Date()) : nil
    guard let setups, name.map(setups.contains) ?? !setups.isEmpty else { return nil }
    return practice
  }

  private func lock(_ name: String) async throws -> SetupLock {
    let clock = ContinuousClock()
    let end = clock.now + (isInteractive ? .zero : CommandContext.lockPatience)
    while true {
      do { return try SetupLock(setup: name, home: home) } catch let error {
        guard case .held = error, clock.now < end else { throw error }
      }
      try await clock.sleep(for: CommandContext.lockPause)
    }
  }
}
