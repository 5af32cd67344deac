import BlynkAPI
import ParticleAPI
import Testing

@testable import RoundTrip

@Suite("What counts as seen")
struct TripFactsTests {
  static let plan = World.plan

  /// The facts after a write of 1 over 0, with these events.
  static func facts(_ sightings: [ObservedEvent], counter: Double = 100) -> TripFacts {
    var facts = TripFacts(plan)
    facts.before.pins = .said(
      Reading(
        [
          Pin(16): .int(0), Pin(17): .int(0), Pin(6): .string(World.moment(30)),
          Pin(14): .double(counter),
        ], plan, at: .zero))
    facts.write.send(1)
    facts.events = EventLog(sightings)
    return facts
  }

  static func event(_ echo: Int64, counter: Double, second: Int) -> ObservedEvent {
    ObservedEvent(
      .device(DevicePayload(counter: counter, echo: echo)), at: .seconds(1),
      publishedAt: World.moment(second))
  }

  @Test("the device's event must carry the value sent")
  func value() {
    #expect(Self.facts([Self.event(1, counter: 101, second: 31)]).seen.reply != nil)
    #expect(Self.facts([Self.event(0, counter: 101, second: 31)]).seen.reply == nil)
  }

  @Test("an event is stale only when both its time and its counter are old")
  func stale() {
    #expect(Self.facts([Self.event(1, counter: 99, second: 29)]).seen.reply == nil)
    #expect(Self.facts([Self.event(1, counter: 3, second: 31)]).seen.reply != nil)
    #expect(Self.facts([Self.event(1, counter: 101, second: 29)]).seen.reply != nil)
  }

  @Test("a reading proves with a newer time and a grown counter, or the event's own")
  func proof() {
    func reading(_ echo: Int64, _ second: Int, _ counter: Double) -> Reading {
      Reading(
        [Pin(17): .int(echo), Pin(6): .string(World.moment(second)), Pin(14): .double(counter)],
        Self.plan, at: .seconds(2))
    }
    var facts = Self.facts([Self.event(1, counter: 3, second: 31)])
    let rows: [(Reading, Bool)] = [
      (reading(1, 31, 100), true), (reading(1, 31, 3), true), (reading(1, 30, 101), false),
      (reading(0, 31, 101), false), (reading(1, 31, 4), false),
    ]
    for (reading, proves) in rows {
      facts.readings = ReadingLog([reading])
      #expect((facts.proof != nil) == proves, "\(reading)")
    }
  }

  @Test("a repeated event is no second lap, a later one is")
  func duplicate() {
    let reply = Self.event(1, counter: 101, second: 31)
    var again = reply
    again.at = .seconds(3)
    #expect(Self.facts([reply, again]).seen.secondLap == nil)
    var lap = Self.event(1, counter: 102, second: 32)
    lap.at = .seconds(3)
    #expect(Self.facts([reply, lap]).seen.secondLap == lap)
  }

  @Test("where others report too, a hook is ours when the hooks of the events before it came")
  func turn() {
    let reply = Self.event(1, counter: 101, second: 31)
    let others = ObservedEvent(.otherDevice("e99f", nil), at: .seconds(1))
    let hook = ObservedEvent(.hookSent, at: .seconds(2))
    #expect(!Self.facts([reply, hook]).seen.awaitsTurn)
    #expect(!Self.facts([others, reply]).seen.awaitsTurn)
    #expect(Self.facts([others, reply, hook]).seen.awaitsTurn)
    #expect(!Self.facts([others, reply, hook, hook]).seen.awaitsTurn)
    #expect(!Self.facts([hook, others, reply, others, hook]).seen.awaitsTurn)
    var facts = Self.facts([others, others, hook])
    facts.events.forget()
    for event in [reply, hook, others] { facts.events.append(event) }
    #expect(facts.seen.awaitsTurn)
    facts.events.append(hook)
    #expect(!facts.seen.awaitsTurn)
  }

  @Test("events of others, of the system and of hooks on other names are not mixed up")
  func sightings() {
    func kind(_ name: String, _ data: String, _ core: String) -> ObservedEvent.Kind? {
      ObservedEvent(
        CloudEvent(name: name, data: data, coreID: core), Self.plan, at: .zero,
        isOurToken: { $0 == "T" })?.kind
    }
    let data = #"{"t":"T","v14":"7","v15":3.1,"v17":"1"}"#
    var payload = DevicePayload(carriesOurToken: true, counter: 7, echo: 1)
    payload.values = [Pin(14): .string("7"), Pin(15): .double(3.1), Pin(17): .string("1")]
    payload.keys = ["t", "v14", "v15", "v17"]
    #expect(kind("blynk_https_get", data, "e00f") == .device(payload))
    let cut = PayloadDefect.cutShort(bytes: 7, "{\"t\":\"‹t›")
    #expect(kind("blynk_https_get", "{\"t\":\"T", "e00f") == .unreadable(cut))
    let others = DevicePayload(carriesOurToken: true, counter: 7, echo: 1)
    #expect(kind("blynk_https_get", data, "e99f") == .otherDevice("e99f", others))
    #expect(kind("blynk_http_get", data, "e00f") == .otherName("blynk_http_get", payload))
    #expect(kind("hook-sent/blynk_https_get", "undefined", "particle-internal") == .hookSent)
    #expect(kind("hook-error/blynk_https_get/0", "x", "particle-internal") == .hookError("x"))
    #expect(kind("hook-sent/blynk_https_get_boot", "undefined", "particle-internal") == nil)
    #expect(kind("spark/status", "online", "e00f") == nil)
    #expect(kind("blynk_http_get", data, "e99f") == nil)
    var other = DevicePayload(carriesOurToken: false, echo: 1)
    other.values = [Pin(17): .int(1)]
    other.keys = ["t", "v17"]
    other.defect = .missing(["v14", "v15"], #"{"t":"‹t›","v17":1}"#)
    #expect(kind("blynk_https_get", #"{"t":"U","v17":1}"#, "e00f") == .device(other))
  }

  @Test("times of Particle's clock are compared as times, other texts as texts")
  func moments() {
    #expect(CloudTime.isNewer("2024-05-01T09:30:12.174Z", than: "2024-05-01T09:30:12.173Z"))
    #expect(CloudTime.isNewer("2024-05-01T09:30:13Z", than: "2024-05-01T09:30:12.999Z"))
    #expect(!CloudTime.isNewer("2024-05-01T09:30:12.174Z", than: "2024-05-01T09:30:12.174Z"))
    #expect(CloudTime.isNewer("2024-05-01T09:30:12.174Z", than: nil))
    #expect(CloudTime.isNewer("2024-05-01T09:30:12.174Z", than: "never"))
    #expect(!CloudTime.isNewer(nil, than: nil))
    #expect(!CloudTime.isNewer("", than: "never"))
  }
}
