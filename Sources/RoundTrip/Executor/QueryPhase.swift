import BlynkAPI
import Core
import ParticleAPI

/// Questions, when something is late.
enum QueryPhase {
  static func ask(_ question: TripQuery, _ trip: isolated TripExecutor) async {
    trip.tell(.asking(question.words))
    switch question {
    case .region: await askRegion(trip)
    case .kept: await askKept(trip)
    case .rewrite: await rewrite(trip)
    case .device: await askDevice(trip)
    case .directCall: await callDirectly(trip)
    case .reverseCall: await callReversed(trip)
    case .calls:
      let count = await countCalls(trip)
      trip.learn { $0.calls.count = count }
    case .callsAgain:
      let count = await countCalls(trip)
      trip.learn { $0.calls.countAgain = count }
    case .echoWrite: await writeEcho(trip)
    case .callsAtLast:
      let count = await countCalls(trip)
      trip.learn { $0.calls.countAtLast = count }
    case .integrations: await askIntegrations(trip)
    case .uplink: await sendUplink(trip)
    case .putBack:
      trip.learn { $0.events.mark(.putBack) }
      let returned = await trip.calling(trip.facts.switchBefore)
      trip.learn { $0.calls.putBack = returned }
    }
  }

  /// Asks whether the device answers, and what it offers; an event that comes meanwhile ends it.
  private static func askDevice(_ trip: isolated TripExecutor) async {
    let asking = Task {
      async let ping = trip.answer { try await trip.particle.ping(trip.plan.deviceID) }
      async let device = trip.answer { try await trip.particle.device(trip.plan.deviceID) }
      let (online, description) = await (ping, device)
      // Called off because the event came: then nobody needs the answer.
      if Task.isCancelled { return }
      trip.learn { facts in
        facts.device.description = description
        facts.device.online =
          facts.device.onlineAt.map { trip.watch.elapsed - $0 } ?? description.value?.sinceHandshake
        facts.device.ping = online
      }
    }
    await trip.wait(within: trip.plan.timeouts.answer) {
      $0.device.ping.isAsked || $0.seen.reply != nil
    }
    asking.cancel()
    if !trip.facts.device.ping.isAsked, trip.facts.seen.reply == nil {
      let silence = Obstacle(.timeout, "Particle did not answer the ping.", couldNotAsk: true)
      trip.learn { $0.device.ping = .failed(silence) }
    }
  }

  /// Reads the switch back: a 200 does not mean that the number was stored (blynk:update-cut).
  private static func askKept(_ trip: isolated TripExecutor) async {
    do {
      let value = try await trip.blynkAsks { try await $0.value(trip.plan.switchPin) }
      trip.learn { $0.write.kept = .said(value?.integer) }
    } catch {
      trip.learn { $0.write.kept = .failed(Obstacle(error)) }
    }
  }

  /// Writes the switch once more and looks at once, so that nobody turns it in between.
  private static func rewrite(_ trip: isolated TripExecutor) async {
    let value = trip.facts.write.sent ?? 0
    trip.learn { $0.write.count += 1 }
    do {
      try await trip.blynkWrites(.int(value), to: trip.plan.switchPin)
      let shown = try await trip.blynkAsks { try await $0.value(trip.plan.switchPin) }
      trip.learn { $0.write.rewritten = .said(shown?.integer) }
    } catch {
      trip.learn { $0.write.rewritten = .failed(Obstacle(error)) }
    }
  }

  private static func askIntegrations(_ trip: isolated TripExecutor) async {
    // One that is right and fires alone is enough, unless more hooks came than it can have sent.
    let isEnough = !trip.facts.hidesDuplicate
    let wanted = trip.plan.wanted
    let survey: QueryResult<IntegrationSurvey>
    do {
      let found = try await trip.particle.survey(of: trip.plan.deviceID, event: trip.plan.event) {
        await trip.charge(TripCost(requests: 1))
      } isEnough: { survey in
        guard isEnough, case .right = IntegrationFinding(survey, wanted) else { return false }
        return true
      }
      survey = .said(found)
    } catch {
      survey = .failed(Obstacle(error))
    }
    trip.learn { $0.integration.survey = survey }
  }

  /// Sends Blynk what the integration should have sent. When it refuses that, each pin is tried, as
  /// it does not say which one it is about.
  private static func sendUplink(_ trip: isolated TripExecutor) async {
    guard let reply = trip.facts.seen.reply, let payload = trip.facts.seen.replyPayload else {
      return
    }
    var values = payload.values.filter { trip.plan.integration.query["\($0.key)"] != nil }
    values[trip.plan.timePin] = reply.publishedAt.map { .string($0) }
    if let obstacle = trip.journal.noteEcho(trip.facts) {
      return trip.learn { $0.integration.uplink = .failed(obstacle) }
    }
    do {
      try await trip.blynkAsks { [values] in try await $0.batchUpdate(values) }
      trip.learn { $0.integration.uplink = .said(true) }
    } catch {
      var obstacle = Obstacle(error)
      for (pin, value) in values.sorted(by: { $0.key < $1.key }) {
        do {
          try await trip.blynkAsks { try await $0.update(pin, value) }
        } catch {
          obstacle = Obstacle(error)
          break
        }
      }
      trip.learn { [obstacle] in $0.integration.uplink = .failed(obstacle) }
    }
    // The echo is the device's to tell.
    if let echo = trip.facts.before.known?.echo {
      let written: Void? = try? await trip.blynkWrites(.int(echo), to: trip.plan.echoPin)
      if written != nil { trip.journal.echoIsBack() }
    }
  }

  private static func askRegion(_ trip: isolated TripExecutor) async {
    let region = await trip.answer { () async throws -> String? in
      try await trip.blynk.findRegion(candidates: trip.plan.otherRegions)
    }
    let count = trip.plan.otherRegions.count
    trip.charge(TripCost(blynkMessages: count, requests: count - 1))
    trip.learn { $0.before.region = region }
  }

  /// The value that V17 has, once more: nothing changes but what hangs on a write of it.
  private static func writeEcho(_ trip: isolated TripExecutor) async {
    do {
      let shown = try await trip.blynkAsks { try await $0.value(trip.plan.echoPin) }
      let value = shown ?? .int(trip.facts.write.other ?? 0)
      trip.learn { $0.events.mark(.echoWrite) }
      try await trip.blynkAsks { try await $0.update(trip.plan.echoPin, value) }
      trip.learn { $0.calls.echoWrite = .said(true) }
    } catch {
      trip.learn { $0.calls.echoWrite = .failed(Obstacle(error)) }
    }
  }

  private static func callDirectly(_ trip: isolated TripExecutor) async {
    let sent = trip.facts.write.sent ?? 0
    guard isNoted(sent, trip) else { return }
    trip.learn { $0.events.mark(.directCall) }
    let returned = await trip.calling(sent)
    trip.learn { $0.calls.direct = returned }
  }

  private static func callReversed(_ trip: isolated TripExecutor) async {
    let other = trip.facts.write.other ?? 0
    guard isNoted(other, trip) else { return }
    trip.learn { $0.events.mark(.reverseCall) }
    let returned = await trip.calling(other)
    trip.learn { $0.calls.reverse = returned }
  }

  /// Before a call of ours. Where it cannot be written down, the call counts as one that failed.
  private static func isNoted(_ value: Int64, _ trip: isolated TripExecutor) -> Bool {
    guard let obstacle = trip.journal.noteCall(with: value, trip.facts) else { return true }
    trip.learn { facts in
      if facts.calls.direct.isAsked {
        facts.calls.reverse = .failed(obstacle)
      } else {
        facts.calls.direct = .failed(obstacle)
      }
    }
    return false
  }

  private static func countCalls(_ trip: isolated TripExecutor) async -> QueryResult<CallCount> {
    trip.charge(TripCost(particleOperations: 2, requests: 1))
    return await trip.answer {
      let calls = try await trip.particle.variable(
        trip.plan.callsVariable, of: trip.plan.deviceID)
      let argument = try? await trip.particle.variable(
        trip.plan.argumentVariable, of: trip.plan.deviceID)
      return CallCount(calls: calls.shown, argument: argument?.shown)
    }
  }
}

extension TripQuery {
  /// What is being asked, for the person who waits.
  fileprivate var words: Phrase {
    switch self {
    case .region: "the other regions, whether they know the AuthToken"
    case .kept: "Blynk, whether it kept the value"
    case .rewrite: "Blynk, whether it keeps the value this time"
    case .device: "Particle, whether the device answers"
    case .directCall: "the device itself, without Blynk"
    case .reverseCall: "the device itself, for the other value"
    case .calls, .callsAgain, .callsAtLast: "the sketch, how often it was called"
    case .echoWrite: "Blynk, whether the webhook hangs on another pin"
    case .integrations: "Particle for its integrations"
    case .uplink: "Blynk, whether it takes the event's values from me"
    case .putBack: "the device, to stand as the switch does"
    }
  }
}
