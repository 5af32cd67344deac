import Foundation
import Guide
import Storage
import Synchronization
import Terminal

/// The setups of a home, as a run finds and opens them.
package struct SetupStore: Sendable {
  let home: StateDirectory
  /// The home as the flag gave it.
  let homeFlag: String?
  /// The addresses that the flags give.
  package let addresses: CloudAddresses
  let terminal: TerminalOutput
  /// Whether a recording answers in place of the clouds.
  let isReplayed: Bool
  private let loadGuide: @Sendable () throws -> GuideDocument
  private let shelf = Shelf()

  /// The guide and the logbook, once they were read: a long one takes its time each time.
  private final class Shelf: Sendable {
    let guide = Mutex<GuideDocument?>(nil)
    let book = Mutex<LogStore?>(nil)
  }

  /// How long a run with nobody there waits for another process to let go of the setup: two night
  /// runs may overlap by a little. A person is told at once.
  private static let lockTimeout: Duration = .seconds(10)
  /// Between two looks at the lock.
  private static let lockPause: Duration = .milliseconds(20)

  /// Nothing is read before it is asked for.
  package init(
    home: StateDirectory, homeFlag: String?, addresses: CloudAddresses, terminal: TerminalOutput,
    isReplayed: Bool, guide: @escaping @Sendable () throws -> GuideDocument
  ) {
    self.home = home
    self.homeFlag = homeFlag
    self.addresses = addresses
    self.terminal = terminal
    self.isReplayed = isReplayed
    loadGuide = guide
  }

  /// A person can be asked.
  var isInteractive: Bool { terminal.traits.interactive }

  /// The guide, read once. Throws the page of what is wrong with it.
  package func guide() throws -> GuideDocument {
    if let guide = shelf.guide.withLock({ $0 }) { return guide }
    let guide = try loadGuide()
    shelf.guide.withLock { $0 = guide }
    return guide
  }

  /// The home's logbook, opened once. Throws a `LogbookError`.
  package func book() throws -> LogStore {
    if let book = shelf.book.withLock({ $0 }) { return book }
    let book = try LogStore(home: home)
    shelf.book.withLock { $0 = book }
    return book
  }

  /// Opens a setup to walk or test it; it is begun if it is not there.
  private func open(_ name: SetupName) async throws -> OpenSetup {
    try home.prepare()
    return try open(name.text, lock: await lock(name.text))
  }

  /// Opens a setup that nobody holds, and waits for nobody.
  package func openFree(_ name: String) throws -> OpenSetup {
    try open(name, lock: SetupLock(setup: name, home: home))
  }

  /// Opens one of many setups if nobody else holds it, and its tokens may go where they would: one
  /// that waits or asks would keep others from their turn.
  package func openOfMany(_ name: String) throws -> OpenSetup {
    let setup = try openFree(name)
    if !isReplayed, let stranger = addresses.strangers(to: setup).first {
      throw CloudAddresses.problem(stranger, setup: name, home: homeFlag)
    }
    if let missing = MissingSecrets(setup) { throw missing.problem }
    return setup
  }

  /// Opens a setup that must be there.
  /// - Parameters:
  ///   - asksClouds: whether its tokens will be sent.
  ///   - needsSecrets: whether nothing can be done while one of them is missing.
  package func openKnown(
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
  package func read(_ name: SetupName) throws -> OpenSetup {
    try known(name)
    return try open(name.text, lock: nil)
  }

  private func open(_ name: String, lock: SetupLock?) throws -> OpenSetup {
    try OpenSetup(
      name: name, guide: guide(), home: home, lock: lock, book: book(), isReplayed: isReplayed,
      now: { Date() })
  }

  private func lock(_ name: String) async throws -> SetupLock {
    let clock = ContinuousClock()
    let end = clock.now + (isInteractive ? .zero : SetupStore.lockTimeout)
    while true {
      do { return try SetupLock(setup: name, home: home) } catch let error {
        guard case .held = error, clock.now < end else { throw error }
      }
      try await clock.sleep(for: SetupStore.lockPause)
    }
  }
}
