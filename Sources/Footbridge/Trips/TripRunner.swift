import Console
import Foundation
import Ground
import Logbook
import RoundTrip

/// Makes round trips for a setup: paced by Blynk's limit, shown while they run, kept when they end.
struct TripRunner {
  /// A trip turns the switch and puts it back, so Blynk's webhook is called twice.
  static let webhookCallsPerTrip = 2
  /// Over which time Blynk counts its webhook calls.
  static let quotaWindow: TimeInterval = 60

  let clouds: Clouds
  let terminal: Terminal
  /// Whether something may come right after the trip that its last report could disturb: then the
  /// trip waits until the device has followed the switch back.
  var settles = true

  /// One trip. Called off by SIGINT, SIGTERM or its task's cancellation, it puts the switch back
  /// and reports what it saw.
  func run() async throws -> TripReport {
    try await pace()
    let trip = try trip()
    let book = clouds.book
    let id = try book.beginTrip(
      of: clouds.setup, at: clouds.surroundings.now(),
      webhookCalls: TripRunner.webhookCallsPerTrip)
    let report = await terminal.progress("The value is on its way") { progress in
      await Signals.interruptible { await trip.run { progress.update(TripRunner.words($0)) } }
    }
    try book.endTrip(id, as: TripEnd(report))
    return report
  }

  private func trip() throws -> Trip {
    let plan = TripPlan(
      setup: clouds.setup, deviceID: try clouds.deviceID(),
      integrationURL: try clouds.integrationURL(), function: Bindings.functionName,
      event: Bindings.eventName, otherRegions: clouds.otherRegions, patience: patience)
    return Trip(
      plan: plan, particle: try clouds.particle(), blynk: try clouds.blynk(),
      clock: clouds.surroundings.clock, now: clouds.surroundings.now, scrubber: clouds.scrubber)
  }

  private var patience: Patience {
    var patience = Patience()
    if !settles { patience.settle = .zero }
    return patience
  }

  /// Blynk drops webhook calls over its limit without a word (blynk-cloud §6), so a trip that would
  /// go over it waits for its turn.
  private func pace() async throws {
    let now = clouds.surroundings.now()
    let recent = try clouds.book.webhookCalls(
      of: clouds.setup, since: now.addingTimeInterval(-TripRunner.quotaWindow))
    let limit = clouds.surroundings.webhookCallsPerMinute
    guard
      let wait = TripPace(limit: limit, recent: recent).wait(
        for: TripRunner.webhookCallsPerTrip, now: now)
    else { return }
    terminal.say(
      "Blynk takes \(limit) webhook calls a minute, and I have made \(recent.count). "
        + "I wait \(Int(wait.rounded(.up))) s.")
    try await clouds.surroundings.clock.sleep(for: .seconds(wait))
  }

  private static func words(_ progress: TripProgress) -> String {
    switch progress {
    case .ready: "Both clouds answer"
    case .sent(let value): "V16 is set to \(value); waiting for the device"
    case .seen(let leg, _): "\(leg.rawValue) is seen"
    case .asking(let question): question
    case .lingering: "All five legs are proven; listening for a second lap"
    case .restored: "The switch stands as found"
    case .again: "The device was out of step; once more"
    }
  }
}

extension TripEnd {
  init(_ report: TripReport) {
    self.init(
      verdict: report.verdict.rawValue,
      webhookCalls: report.webhookCalls,
      totalMilliseconds: report.totalMs, report: report.json)
  }
}
