import Testing

@testable import RoundTrip

@Suite("Naming the first broken leg")
struct TripJudgeTests {
  /// A fault, and what must be said of it.
  struct Row: Sendable, CustomTestStringConvertible {
    var world: World
    var leg: Leg?
    var cause: Cause
    var verdict = Verdict.fail
    var testDescription: String { "\(cause.code)" }

    init(
      _ leg: Leg?, _ cause: Cause, _ verdict: Verdict = .fail, _ change: (inout World) -> Void
    ) {
      world = World()
      change(&world)
      self.leg = leg
      self.cause = cause
      self.verdict = verdict
    }
  }

  static let rows: [Row] = [
    Row(.write, .blynkBadToken) { $0.blynk = .badToken },
    Row(.write, .blynkWrongRegion) { $0.blynk = .wrongRegion },
    Row(nil, .networkUnreachable, .inconclusive) { $0.blynk = .silent },
    Row(.write, .blynkDatastreamMissing) { $0.blynk = .noSwitch },
    Row(.write, .blynkDatastreamType) { $0.blynk = .type },
    Row(.write, .blynkValueClamped) { $0.blynk = .cut },
    Row(.read, .blynkValueClamped) { $0.echo = .cut },
    Row(.forward, .payloadWrongToken) { $0.publish = .otherToken },
    Row(.call, .particleBadToken) { $0.stream = .badToken },
    Row(.call, .particleTokenExpired) { $0.stream = .expired },
    Row(nil, .networkUnreachable, .inconclusive) { $0.stream = .silent },
    Row(nil, .rateLimited, .inconclusive) { $0.stream = .limited },
    Row(.call, .particleDeviceUnknown) { $0.device = .unknown },
    Row(.call, .deviceOffline) { $0.device = .offline },
    Row(.call, .functionMissing) { $0.device = .noFunction },
    Row(.call, .functionRefused) { $0.device = .refuses },
    Row(.call, .functionTimeout) { $0.device = .hangs },
    Row(.call, .webhookNotFiring) { $0.webhook = .silent },
    Row(.call, .webhookWrongBody) { $0.webhook = .wrongBody },
    Row(.call, .webhookWrongDevice) { $0.webhook = .otherDevice },
    Row(.publish, .eventNotPublished) { $0.publish = .silent },
    Row(.publish, .eventWrongName) { $0.publish = .wrongName },
    Row(.publish, .unknown) {
      $0.publish = .contrary
      $0.echoValue = 1
    },
    Row(.publish, .payloadTruncated) { $0.publish = .truncated },
    Row(.forward, .payloadWrongToken) { $0.publish = .wrongToken },
    Row(.forward, .integrationMissing) { $0.hook = .missing },
    Row(.forward, .integrationDisabled) { $0.hook = .disabled },
    Row(.forward, .integrationWrongEvent) { $0.hook = .wrongEvent },
    Row(.forward, .integrationWrongURL) { $0.hook = .wrongURL },
    Row(.forward, .integrationWrongField) { $0.hook = .wrongField },
    Row(.forward, .integrationWrongField) { $0.hook = .otherDevice },
    Row(.forward, .integrationWrongField) { $0.hook = .fixedEcho },
    Row(.forward, .integrationDefaultFields) { $0.hook = .defaults },
    Row(.forward, .integrationError) { $0.hook = .error },
    Row(.forward, .integrationSleeping) { $0.hook = .sleeping },
    Row(.forward, .timeout) { $0.hook = .gaveUp },
    Row(.forward, .blynkDatastreamMissing) { $0.echo = .noPin },
    Row(.read, .echoMissing) { $0.echo = .missing },
    Row(.read, .echoStale) { $0.echo = .stale },
    Row(nil, .rateLimited, .inconclusive) { $0.echo = .silent },
  ]

  @Test("a fault alone is named with its leg", arguments: rows)
  func alone(row: Row) throws {
    var world = row.world
    let report = try world.trip()
    #expect(report.cause == row.cause)
    #expect(report.failedLeg == row.leg)
    #expect(report.verdict == row.verdict)
    let isLost = row.cause == .timeout && row.leg == .forward
    #expect(isLost ? report.fix != row.cause.fix : report.fix == row.cause.fix)
    Self.expectOrder(report)
  }

  @Test("a way back that is lost is warned of, and the device set by its function")
  func wayBack() throws {
    var world = World()
    world.webhook = .secondDropped
    let report = try world.trip()
    #expect(report.verdict == .pass)
    #expect(report.warnings.count == 1 && report.warnings[0].english.hasPrefix("way-back-lost:"))
    #expect(world.led == 0 && world.switchValue == 0)
  }

  /// Before the failed leg all passed or were not seen; after it all were skipped.
  static func expectOrder(_ report: TripReport) {
    #expect(report.legs.map(\.name) == Leg.allCases)
    guard let failed = report.failedLeg else { return }
    for leg in report.legs {
      if leg.name < failed { #expect([.pass, .unknown].contains(leg.status)) }
      if leg.name == failed { #expect(leg.status == .fail && !leg.evidence.isEmpty) }
      if leg.name > failed { #expect(leg.status == .skipped) }
    }
  }

  @Test("of two faults the first in order is named")
  func pairs() throws {
    var count = 0
    for first in Self.rows {
      for second in Self.rows {
        guard let pair = Self.merged(first, second) else { continue }
        // Blynk shows what was sent, so that nobody asks what the device said.
        if pair.publish == .contrary, pair.hook == .fixedEcho { continue }
        var world = pair
        let report = try world.trip()
        count += 1
        #expect(report.cause == first.cause, "\(first.cause.code) before \(second.cause.code)")
        Self.expectOrder(report)
      }
    }
    #expect(count > 200)
  }

  /// Both faults in one world; nil when they sit in one place, or when the second comes first.
  static func merged(_ first: Row, _ second: Row) -> World? {
    let places = [first, second].map { place($0.world) }
    guard places[0] < places[1] else { return nil }
    // A wrong token is a fault of the sketch that shows two legs later.
    if first.world.publish != .right, second.world.publish != .right { return nil }
    if first.world.echo != .right, second.world.echo != .right { return nil }
    // The switch's type and range show only in a write, and without a stream nothing is written.
    if [.type, .cut].contains(first.world.blynk), second.world.stream != .right { return nil }
    var world = first.world
    if second.world.stream != .right { world.stream = second.world.stream }
    if second.world.device != .right { world.device = second.world.device }
    if second.world.webhook != .right { world.webhook = second.world.webhook }
    if second.world.publish != .right { world.publish = second.world.publish }
    if second.world.hook != .right { world.hook = second.world.hook }
    if second.world.echo != .right { world.echo = second.world.echo }
    return world
  }

  /// The order in which places are met on the way.
  static func place(_ world: World) -> Int {
    if world.blynk != .right { return 0 }
    if world.stream != .right { return 1 }
    if world.device != .right { return 2 }
    if world.webhook != .right { return 3 }
    if [.wrongToken, .otherToken].contains(world.publish) { return 5 }
    if world.publish != .right { return 4 }
    return world.hook != .right || world.echo == .noPin ? 5 : 6
  }
}
