import BlynkAPI
import ParticleAPI
import Testing

@testable import RoundTrip

/// What happens in a setup that is right, and must not be blamed on it.
@Suite("The healthy are not blamed")
struct HealthyTests {
  /// After a write of 1 over 0, as clouds with times of whole seconds tell it.
  private static func facts(
    _ sightings: [ObservedEvent], counter: Double = 100, second: Int = 30,
    again: RetryReason? = nil
  ) -> TripFacts {
    var facts = TripFacts(World.plan, again: again)
    facts.before.pins = .said(reading(0, second, counter))
    facts.before.isBegun = true
    facts.events = EventLog(sightings)
    facts.events.opened()
    facts.write.send(1, at: .zero)
    facts.write.answer = .said(.zero)
    return facts
  }

  private static func reading(_ echo: Int64, _ second: Int, _ counter: Double) -> Reading {
    Reading(
      [
        Pin(16): .int(0), Pin(17): .int(echo), Pin(6): .string(World.moment(second)),
        Pin(14): .double(counter),
      ], World.plan, at: .seconds(2))
  }

  private static func event(_ echo: Int64, _ counter: Double, _ second: Int) -> ObservedEvent {
    ObservedEvent(
      .device(DevicePayload(counter: counter, echo: echo)), at: .seconds(1),
      publishedAt: World.moment(second))
  }

  @Test("a reply of the very second of the device's own report is a reply, and its reading a proof")
  func sameSecond() {
    // The report by the timer was read before the write; both are of second 30 and count 100.
    var facts = Self.facts([Self.event(1, 100, 30)])
    #expect(facts.seen.reply != nil)
    facts.readings = ReadingLog([Self.reading(1, 30, 100)])
    #expect(facts.proof != nil)
    // The report itself, heard once more, is none.
    #expect(Self.facts([Self.event(0, 100, 30)]).seen.reply == nil)
  }

  @Test("a report with the old value before or after the reply is neither reply nor second lap")
  func timer() {
    let (old, new) = (Self.event(0, 101, 31), Self.event(1, 101, 31))
    for sightings in [[old, new], [new, old], [old, old, new, old]] {
      let facts = Self.facts(sightings)
      #expect(
        facts.seen.reply == new && facts.seen.secondLap == nil && facts.seen.unreadable == nil)
    }
  }

  @Test(
    "a report published before the reply does not show that the device followed the switch back")
  func settling() {
    var facts = Self.facts([Self.event(1, 101, 31), Self.event(0, 101, 30)])
    facts.events.mark(.restoring, at: 1)
    #expect(facts.seen.settleEvent == nil)
    facts.events.append(Self.event(0, 102, 32))
    #expect(facts.seen.settleEvent?.publishedAt == World.moment(32))
  }

  @Test("a report that reached Blynk after the reply has the trip made once more, and once only")
  func overtaken() {
    func facts(_ reading: Reading, again: RetryReason? = nil) -> TripFacts {
      var facts = Self.facts([Self.event(0, 101, 31), Self.event(1, 102, 32)], again: again)
      facts.readings = ReadingLog([reading])
      facts.restoring = .said(true)
      return facts
    }
    let first = facts(Self.reading(0, 31, 101))
    #expect(first.isOvertaken && TripJudge.again(first) == .overtaken)
    let second = facts(Self.reading(0, 31, 101), again: .overtaken)
    #expect(TripJudge.again(second) == nil)
    #expect(TripWarnings(facts: second).all.contains { $0.english.hasPrefix("echo-overtaken:") })
    // Where Blynk shows what it showed before, nothing overtook.
    #expect(TripJudge.again(facts(Self.reading(0, 30, 100))) == nil)
  }

  @Test("one call lost right after a wait for the limit is not blamed before it is lost again")
  func lostCall() throws {
    for followsWait in [true, false] {
      var world = World()
      world.webhook = .firstDropped
      var facts = try world.attempt()
      facts = facts.following(wait: followsWait)
      #expect(TripJudge.again(facts) == (followsWait ? .lostCall : nil))
      #expect(TripJudge.finding(facts)?.cause == .webhookNotFiring)
    }
  }

  @Test("a device that has just started, and one in safe mode, say so")
  func starting() throws {
    let rows:
      [(seconds: Int?, status: String, functions: [String], variables: [String: String], Cause)] =
        [
          (5, "normal", [], [:], .deviceStarting), (119, "normal", [], [:], .deviceStarting),
          (120, "normal", [], [:], .functionMissing), (nil, "normal", [], [:], .functionMissing),
          (5, "normal", [], ["calls": "int32"], .functionMissing),
          (5, "normal", ["other"], [:], .functionMissing),
          (5, "safe_mode", [], [:], .deviceSafeMode), (nil, "safe_mode", [], [:], .deviceSafeMode),
        ]
    for row in rows {
      var facts = Self.facts([])
      var device = Device(id: "e00f", functions: row.functions, variables: row.variables)
      device.status = row.status
      facts.device.description = .said(device)
      facts.device.ping = .said(true)
      facts.device.online = row.seconds.map { .seconds($0) }
      facts.calls.direct = .failed(Obstacle(.functionMissing, "404"))
      let finding = try #require(TripJudge.finding(facts))
      #expect(finding.cause == row.4, "\(row)")
      #expect(finding.couldNotAsk == (row.4 == .deviceStarting), "\(row)")
    }
  }

  @Test("a webhook tied to another datastream is named by the calls it makes, not by their body")
  func wrongPin() throws {
    func facts(
      _ calls: [String], argument: String, _ report: [Pin: BlynkValue] = [:]
    ) -> TripFacts {
      var payload = DevicePayload(counter: 7, echo: 1)
      payload.values = report
      var facts = Self.facts([])
      facts.device.ping = .said(true)
      facts.events.mark(.directCall)
      facts.calls.direct = .said(1)
      facts.events.append(ObservedEvent(.device(payload), at: .seconds(3)))
      facts.events.mark(.restoring)
      facts.restoring = .said(true)
      facts.calls.count = .said(CallCount(calls: calls[0], argument: "0"))
      facts.calls.countAgain = .said(CallCount(calls: calls[1], argument: argument))
      if calls.count > 2 {
        facts.calls.countAtLast = .said(CallCount(calls: calls[2], argument: "1"))
      }
      return facts
    }
    let rows: [(TripFacts, Cause)] = [
      // Our own call is one, and nothing else came.
      (facts(["4", "5"], argument: "1"), .webhookNotFiring),
      (facts(["4", "5", "5"], argument: "1"), .webhookNotFiring),
      // V17 was written by the report, and once more by us.
      (facts(["4", "6", "7"], argument: "1"), .webhookWrongPin),
      (facts(["4", "5", "6"], argument: "1"), .webhookWrongPin),
      (facts(["4", "6"], argument: "3.1", [Pin(15): .double(3.1)]), .webhookWrongPin),
      (facts(["4", "6"], argument: World.moment(7)), .webhookWrongPin),
      (facts(["4", "6"], argument: "{device_pinvalue}"), .webhookWrongBody),
    ]
    for (facts, cause) in rows { #expect(TripJudge.finding(facts)?.cause == cause) }
    let finding = try #require(TripJudge.finding(rows[0].0))
    #expect(finding.candidates.contains(.webhookMissing))
    #expect(finding.candidates.contains(.webhookWrongPin))
  }

  @Test("what timed out is named, and the integration's log only where it is the integration's")
  func timeouts() throws {
    var world = World()
    world.hook = .gaveUp
    #expect(try world.trip().fix?.english.contains("integration") == true)
    #expect(!Cause.timeout.fix.english.contains("integration") && Cause.timeout.section == nil)
  }
}

extension TripFacts {
  /// The same facts of a trip that had to wait for Blynk's limit, or had not.
  fileprivate func following(wait: Bool) -> TripFacts {
    var plan = plan
    plan.followsWait = wait
    var facts = TripFacts(plan)
    (facts.before, facts.write, facts.events) = (before, write, events)
    (facts.device, facts.calls, facts.restoring) = (device, calls, restoring)
    return facts
  }
}
