import Capabilities
import Core
import Foundation
import Reports
import RoundTrip
import Storage
import Synchronization
import Terminal
import Walkthrough

/// Makes round trips for a setup: paced by Blynk's limit, shown while they run, kept when they end.
package struct TripRunner: Sendable {
  /// Over which time Blynk counts its webhook calls, and a margin: it counts by its own clock, a
  /// call reaches it later than our write was sent, and one of an earlier run may have been later
  /// than the logbook knows.
  static let quotaWindow: TimeInterval = 60 + 5

  let clouds: Clouds
  /// Where the trips are kept.
  let book: LogStore
  let terminal: TerminalOutput
  let ledger = TripLedger()
  /// Shared by the runners of a fleet.
  var devices = SetupDevices()
  /// Whether something may come right after the trip that its last report could disturb: then the
  /// trip waits until the device has followed the switch back.
  var settles = true

  /// How much of the way a trip takes.
  package var kind = TripKind.whole
  /// Whether somebody else shows what it is doing.
  package var isQuiet = false
  /// Said before why it waits, where others run at the same time.
  var place = ""

  /// A runner of whole trips for one setup; what else it may be told stands above.
  ///
  /// - Parameter settles: whether a trip waits at its end until the device has followed the switch
  ///   back.
  package init(clouds: Clouds, book: LogStore, terminal: TerminalOutput, settles: Bool = true) {
    self.clouds = clouds
    self.book = book
    self.terminal = terminal
    self.settles = settles
  }

  /// One trip. Called off by SIGINT, SIGTERM or its task's cancellation, it puts the switch back
  /// and reports what it saw.
  package func run() async throws -> TripReport {
    try await Signals.interruptible {
      do { return try await make() } catch is CancellationError { throw CalledOff.trip }
    }
  }

  /// The same, for a caller who heeds the signals. Called off before it began, it throws
  /// `CancellationError`.
  ///
  /// - Parameters:
  ///   - tell: hears what it is doing.
  ///   - change: makes the report what it is kept as.
  func make(
    _ tell: @escaping @Sendable (TripProgress) -> Void = { _ in },
    change: @escaping @Sendable (TripReport) -> TripReport = { $0 }
  ) async throws -> TripReport {
    let waited = try await pace()
    let lock = try await clouds.device.take()
    defer { withExtendedLifetime(lock) {} }
    try await clouds.device.putBack()
    // Nothing was on its way in a replay, so the history and Blynk's limit know nothing of it.
    let failure = LedgerFailure()
    let trip = try trip(failure, afterWait: waited)
    if clouds.requestContext.isReplayed { return change(await report(of: trip, tell)) }
    let start = clouds.requestContext.now()
    let id = try book.beginTrip(
      of: clouds.setup, at: start, webhookCalls: kind.webhookCalls)
    let report = await report(of: trip, tell)
    if let error = failure.error { throw error }
    ledger.note(start, endedAt: clouds.requestContext.now())
    let kept = change(report)
    try book.endTrip(id, as: TripEnd(kept))
    return kept
  }

  private func report(
    of trip: Trip, _ tell: @escaping @Sendable (TripProgress) -> Void
  ) async -> TripReport {
    if isQuiet { return await trip.run(tell) }
    let news = Mutex(TripMessages())
    return await terminal.progress("The value is on its way") { progress in
      await trip.run { step in
        let words = news.withLock { $0.words(step) }
        progress.update(words)
        if case .turn = step { terminal.say(words) }
        tell(step)
      }
    }
  }

  private func trip(_ failure: LedgerFailure, afterWait: Bool) throws -> Trip {
    var plan = TripPlan(
      setup: clouds.setup, deviceID: try clouds.deviceID(),
      integrationURL: try clouds.integrationURL(), function: Bindings.functionName,
      event: Bindings.eventName, otherRegions: clouds.otherRegions, kind: kind,
      timeouts: timeouts)
    plan.followsWait = afterWait
    plan.tokenEnds = clouds.bindings.plain(ParticleChecks.tokenEnds)
    return Trip(
      plan: plan, particle: try clouds.particle(), blynk: try clouds.blynk(),
      clock: clouds.requestContext.clock, now: clouds.requestContext.now, scrubber: clouds.scrubber,
      ledger: clouds.device.ledger { failure.note($0) })
  }

  private var timeouts: Timeouts {
    var timeouts = Timeouts()
    if !settles { timeouts.settle = .zero }
    return timeouts
  }

  /// Blynk drops webhook calls over its limit without a word (blynk:webhook-rate), so a trip that
  /// would go over it waits for its turn.
  ///
  /// - Returns: whether it waited.
  private func pace() async throws -> Bool {
    let requestContext = clouds.requestContext
    let now = requestContext.now()
    let pace = try pace(now: now)
    guard let wait = pace.wait(for: kind.webhookCalls, now: now) else { return false }
    // Where a line counts down, it says all of that itself.
    let isCounted = !isQuiet && terminal.traits.showsProgress && !terminal.traits.plain
    if !isCounted { terminal.say("\(place)\(pace.reason(for: wait))") }
    guard !isQuiet else {
      try await requestContext.clock.sleep(for: .seconds(wait))
      return true
    }
    try await terminal.progress(pace.cause, countingDown: .seconds(wait)) { _ in
      try await requestContext.clock.sleep(for: .seconds(wait))
    }
    return true
  }
}

extension TripRunner {
  /// What Blynk's limit leaves at this moment.
  func pace(now: Date) throws -> TripPace {
    let limit = clouds.requestContext.webhookCallsPerMinute
    let start = now.addingTimeInterval(-TripRunner.quotaWindow)
    let known = limit > 0 && kind.webhookCalls > 0 ? try webhookCalls(until: now) : []
    return TripPace(
      limit: limit, recent: ledger.corrected(known).filter { (start...now).contains($0) })
  }

  /// Those of this setup, and of others with the same device: the limit is the webhook's.
  private func webhookCalls(until now: Date) throws -> [Date] {
    let start = now.addingTimeInterval(-TripLedger.reach)
    let device = clouds.bindings.deviceID
    let callers = try book.webhookCallers(since: start, until: now).filter { name in
      try name == clouds.setup
        || device != nil && devices.device(of: name, in: book) == device
    }
    return try callers.flatMap { try book.webhookCalls(of: $0, since: start, until: now) }.sorted()
  }
}

extension TripEnd {
  init(_ report: TripReport) {
    self.init(
      verdict: report.verdict.rawValue,
      webhookCalls: report.webhookCalls,
      totalMilliseconds: report.totalMs, report: report.record)
  }
}
