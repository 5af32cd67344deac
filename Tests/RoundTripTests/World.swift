import BlynkAPI
import ParticleAPI

@testable import RoundTrip

/// A small pure picture of both clouds and a device, with one fault a place. It does the moves of a
/// trip at once, without clock or network, so that every combination can be walked.
struct World: Sendable, Equatable {
  enum BlynkState: String, CaseIterable {
    case right, badToken, wrongRegion, silent, noSwitch, type, cut
  }
  enum StreamState: String, CaseIterable { case right, badToken, expired, silent, limited }
  enum WebhookState: String, CaseIterable {
    case right, silent, wrongBody, otherDevice, firstDropped, secondDropped
  }
  enum DeviceState: String, CaseIterable {
    case right, unknown, offline, noFunction, refuses, hangs
  }
  enum PublishState: String, CaseIterable {
    case right, silent, wrongName, truncated, wrongToken, otherToken, contrary
  }
  enum HookState: String, CaseIterable {
    case right, missing, disabled, wrongEvent, wrongURL, wrongField, defaults, error, sleeping
    case gaveUp, duplicate, echoing, otherDevice, unseen, fixedEcho
  }
  enum EchoState: String, CaseIterable { case right, missing, stale, noPin, silent, cut }

  var blynk = BlynkState.right
  var stream = StreamState.right
  var webhook = WebhookState.right
  var device = DeviceState.right
  var publish = PublishState.right
  var hook = HookState.right
  var echo = EchoState.right
  /// The sketch offers its count of calls; publishes only a real change, or after every call.
  var countsCalls = true
  var publishesChangesOnly = true
  /// Events arrive only in this wait, not at once.
  var late: TripWait?
  /// The stream is lost in this wait, and with it what comes.
  var loses: TripWait?

  var led: Int64 = 0
  var switchValue: Int64? = 0
  var echoValue: Int64? = 0
  var calls = 0
  var argument = ""
  var time = 0
  var pending: [ObservedEvent] = []
  var webhookRuns = 0
  /// How many laps an echoing integration may still set off; Blynk's own limit ends them.
  var lapsLeft = 0
  /// When Blynk last heard of the device.
  var echoedAt = 0

  static let plan: TripPlan = {
    var plan = TripPlan(
      setup: "demo", deviceID: "e00f",
      integrationURL: "https://ny3.blynk.cloud/external/api/batch/update",
      otherRegions: ["https://lon1.blynk.cloud"])
    plan.timeouts.readPauses = [.zero, .seconds(1)]
    return plan
  }()
}

// MARK: moves

extension World {
  /// A trip that goes round and round.
  struct Endless: Error {}

  /// A whole attempt.
  mutating func attempt(again: RetryReason? = nil) throws -> TripFacts {
    var facts = TripFacts(World.plan, again: again)
    for _ in 0..<60 {
      let move = TripPlanner.next(facts)
      if move == .finish { return facts }
      perform(move, &facts)
    }
    throw Endless()
  }

  /// A whole trip with its second attempt, as a report.
  mutating func trip() throws -> TripReport {
    var facts = try attempt()
    if let again = TripJudge.again(facts) { facts = try attempt(again: again) }
    return ReportBuilder(facts: facts).report(started: "2026-07-21T10:00:00.000Z")
  }

  private mutating func perform(_ move: TripAction, _ facts: inout TripFacts) {
    time += 1
    switch move {
    case .begin: begin(&facts)
    case .align: facts.before.aligning = call(facts.before.known?.switchValue ?? 0, &facts)
    case .write: write(&facts)
    case .wait(let wait):
      if loses == wait {
        facts.events.lose(Obstacle(.timeout, "silent", couldNotAsk: true))
      }
      if late == wait { deliver(&facts) }
      facts.readings.spend(wait)
    case .ask(let question): ask(question, &facts)
    case .read: read(&facts)
    case .restore:
      facts.events.mark(.restoring)
      switchValue = facts.switchBefore
      facts.restoring = .said(true)
      runWebhook(&facts)
    case .finish: break
    }
  }

  private mutating func begin(_ facts: inout TripFacts) {
    facts.before.isBegun = true
    switch stream {
    case .right: facts.events.opened()
    case .badToken: facts.events.lose(Obstacle(.particleBadToken, "401"))
    case .expired: facts.events.lose(Obstacle(.particleTokenExpired, "401"))
    case .silent:
      facts.events.lose(Obstacle(.networkUnreachable, "refused", couldNotAsk: true))
    case .limited: facts.events.lose(Obstacle(.rateLimited, "429", couldNotAsk: true))
    }
    if blynk == .noSwitch { facts.before.miss(Pin(16)) }
    if echo == .noPin { facts.before.miss(Pin(17)) }
    facts.before.pins =
      switch blynk {
      case .badToken, .wrongRegion: .failed(Obstacle(.blynkBadToken, "Invalid token."))
      case .silent: .failed(Obstacle(.networkUnreachable, "refused", couldNotAsk: true))
      case .right, .noSwitch, .type, .cut: .said(reading)
      }
  }

  private mutating func write(_ facts: inout TripFacts) {
    let value: Int64 = facts.before.known?.switchValue == 1 ? 0 : 1
    facts.events = EventLog()
    facts.events.opened()
    facts.write.send(value, at: .seconds(time))
    if blynk == .type {
      facts.write.answer = .failed(Obstacle(.blynkDatastreamType, "400"))
      return
    }
    facts.write.answer = .said(.seconds(time))
    switchValue = blynk == .cut ? 0 : value
    runWebhook(&facts)
  }

  private mutating func read(_ facts: inout TripFacts) {
    if echo == .silent {
      facts.readings.trouble = Obstacle(.rateLimited, "429", couldNotAsk: true)
    } else {
      facts.readings.append(reading)
    }
  }

  private mutating func ask(_ question: TripQuery, _ facts: inout TripFacts) {
    switch question {
    case .region:
      facts.before.region = .said(blynk == .wrongRegion ? "https://lon1.blynk.cloud" : nil)
    case .kept: facts.write.kept = .said(switchValue)
    case .rewrite:
      if blynk != .cut { switchValue = facts.write.sent }
      facts.write.rewritten = .said(switchValue)
    case .device: askDevice(&facts)
    case .directCall:
      facts.events.mark(.directCall)
      facts.calls.direct = call(facts.write.sent ?? 0, &facts)
    case .reverseCall:
      facts.events.mark(.reverseCall)
      facts.calls.reverse = call(facts.write.other ?? 0, &facts)
    case .calls: facts.calls.count = count
    case .callsAgain: facts.calls.countAgain = count
    case .callsAtLast: facts.calls.countAtLast = count
    case .echoWrite: facts.calls.echoWrite = .said(true)
    case .integrations:
      var survey = IntegrationSurvey(integrations)
      // Asked again, it leaves no place out.
      survey.isThorough = facts.integration.survey.isAsked
      facts.integration.survey = .said(survey)
    case .uplink:
      facts.integration.uplink =
        echo == .noPin
        ? .failed(Obstacle(.blynkDatastreamMissing, "No datastream setup for that pin."))
        : .said(true)
    case .putBack:
      facts.events.mark(.putBack)
      facts.calls.putBack = call(facts.switchBefore, &facts)
    }
  }

  private var count: QueryResult<CallCount> {
    countsCalls
      ? .said(CallCount(calls: "\(calls)", argument: argument))
      : .failed(Obstacle(.unknown, "Variable not found"))
  }

  private func askDevice(_ facts: inout TripFacts) {
    if device == .unknown {
      facts.device.ping = .failed(Obstacle(.particleDeviceUnknown, "403"))
      facts.device.description = .failed(Obstacle(.particleDeviceUnknown, "403"))
      return
    }
    facts.device.ping = .said(device != .offline)
    facts.device.description = .said(
      Device(
        id: "e00f", functions: device == .noFunction ? [] : ["blynk_led"],
        variables: countsCalls ? ["calls": "int32"] : [:]))
  }
}

// MARK: the device and the clouds

extension World {
  private var reading: Reading {
    var values: [Pin: BlynkValue] = [Pin(14): .int(Int64(echoedAt))]
    values[Pin(16)] = switchValue.map { .int($0) }
    values[Pin(17)] = echoValue.map { .int($0) }
    values[Pin(6)] = .string(World.moment(echoedAt))
    return Reading(values, World.plan, at: .seconds(time))
  }

  static func moment(_ second: Int) -> String {
    "2026-07-21T10:00:\(second < 10 ? "0" : "")\(second).000Z"
  }

  private mutating func runWebhook(_ facts: inout TripFacts) {
    webhookRuns += 1
    lapsLeft = 1
    guard device == .right || device == .refuses else { return }
    switch webhook {
    case .right: _ = react(switchValue ?? 0, &facts)
    case .firstDropped: if webhookRuns > 1 { _ = react(switchValue ?? 0, &facts) }
    case .secondDropped: if webhookRuns != 2 { _ = react(switchValue ?? 0, &facts) }
    case .wrongBody:
      calls += 1
      argument = "{device_pinValue}"
    case .otherDevice:
      let payload = DevicePayload(counter: 1, echo: switchValue)
      facts.events.append(ObservedEvent(.otherDevice("e99f", payload), at: .seconds(time)))
    case .silent: break
    }
  }

  private mutating func call(_ value: Int64, _ facts: inout TripFacts) -> QueryResult<Int32> {
    switch device {
    case .noFunction: .failed(Obstacle(.functionMissing, "404"))
    case .hangs, .offline: .failed(Obstacle(.deviceOffline, "Timed out."))
    case .unknown: .failed(Obstacle(.particleDeviceUnknown, "403"))
    case .right, .refuses: .said(react(value, &facts))
    }
  }

  /// The sketch's function.
  private mutating func react(_ value: Int64, _ facts: inout TripFacts) -> Int32 {
    calls += 1
    argument = "\(value)"
    if device == .refuses { return -1 }
    let isChange = led != value
    led = value
    if isChange || !publishesChangesOnly { publishEvent(&facts) }
    return Int32(value)
  }

  private mutating func publishEvent(_ facts: inout TripFacts) {
    time += 1
    var payload = DevicePayload(
      carriesOurToken: publish != .wrongToken && publish != .otherToken, counter: Double(time),
      echo: publish == .contrary ? 1 - led : led)
    payload.keys = ["t", "v14", "v15", "v17"]
    let kind: ObservedEvent.Kind? =
      switch publish {
      case .right, .wrongToken, .otherToken, .contrary: .device(payload)
      case .wrongName: .otherName("blynk_http_get", payload)
      case .truncated: .unreadable(.cutShort(bytes: 9, "{\"v14\":12"))
      case .silent: nil
      }
    guard let kind else { return }
    pending.append(ObservedEvent(kind, at: .seconds(time), publishedAt: World.moment(time)))
    if publish != .wrongName { forward() }
    if late == nil { deliver(&facts) }
    if hook == .echoing, webhook == .right, lapsLeft > 0 {
      lapsLeft -= 1
      switchValue = led
      _ = react(led, &facts)
    }
  }

  private mutating func forward() {
    let refused = publish == .truncated || publish == .wrongToken || hook == .defaults
    switch hook {
    case .missing, .disabled, .wrongEvent, .otherDevice: return
    case .error: return sight(.hookError("error status 400 from ny3.blynk.cloud"))
    case .sleeping: return sight(.hookError("Sleeping, too many errors, please wait and try again"))
    case .gaveUp: return sight(.hookError("ESOCKETTIMEDOUT"))
    default: break
    }
    if refused || echo == .noPin {
      return sight(.hookError("error status 400 from ny3.blynk.cloud"))
    }
    if hook != .unseen { sight(.hookSent) }
    guard hook != .wrongURL, hook != .wrongField, echo != .missing, publish != .otherToken
    else { return }
    let told = publish == .contrary ? 1 - led : led
    echoValue = hook == .fixedEcho ? 1 : echo == .cut ? 0 : told
    if echo != .stale { echoedAt = time }
  }

  private mutating func sight(_ kind: ObservedEvent.Kind) {
    pending.append(ObservedEvent(kind, at: .seconds(time), publishedAt: World.moment(time)))
  }

  private mutating func deliver(_ facts: inout TripFacts) {
    for var sighting in pending {
      sighting.at = .seconds(time)
      facts.events.append(sighting)
    }
    pending = []
  }

  private var integrations: [Integration] {
    var right = Integration(
      id: "5f00", name: "footbridge demo", event: "blynk_https_get",
      url: World.plan.integration.url, requestType: "GET", query: World.plan.integration.query,
      noDefaults: true)
    switch hook {
    case .missing: return []
    case .disabled: right.disabled = true
    case .wrongEvent: right.event = "blynk_http_get"
    case .wrongURL: right.url = "https://fra1.blynk.cloud/external/api/batch/update"
    case .wrongField: right.query["V17"] = "{{{v16}}}"
    case .defaults: right.noDefaults = nil
    case .duplicate: return [right, right]
    case .echoing: right.query["V16"] = "{{{v17}}}"
    case .otherDevice: right.deviceID = "e99f"
    case .fixedEcho: right.query["V17"] = "1"
    case .right, .error, .sleeping, .gaveUp, .unseen: break
    }
    return [right]
  }
}

extension World {
  /// The integration as the guide of 2023 has it.
  static var echoingIntegrations: [Integration] {
    var world = World()
    world.hook = .echoing
    return world.integrations
  }
}
