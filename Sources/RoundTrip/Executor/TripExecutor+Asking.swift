import BlynkAPI
import ParticleAPI

/// Questions, when something is late.
extension TripExecutor {
  func ask(_ question: TripQuery) async {
    tell(.asking(question.words))
    switch question {
    case .region: await askRegion()
    case .kept: await askKept()
    case .rewrite: await rewrite()
    case .device: await askDevice()
    case .directCall: await callDirectly()
    case .reverseCall: await callReversed()
    case .calls:
      let count = await countCalls()
      learn { $0.calls = count }
    case .callsAgain:
      let count = await countCalls()
      learn { $0.callsAgain = count }
    case .echoWrite: await writeEcho()
    case .callsAtLast:
      let count = await countCalls()
      learn { $0.callsAtLast = count }
    case .integrations: await askIntegrations()
    case .uplink: await sendUplink()
    case .putBack:
      learn { $0.putBackMark = $0.sightings.count }
      let returned = await calling(facts.switchBefore)
      learn { $0.putBack = returned }
    }
  }

  /// Asks whether the device answers, and what it offers; an event that comes meanwhile ends it.
  private func askDevice() async {
    let asking = Task {
      async let ping = answer { try await self.particle.ping(self.plan.deviceID) }
      async let device = answer { try await self.particle.device(self.plan.deviceID) }
      let (online, description) = await (ping, device)
      // Called off because the event came: then nobody needs the answer.
      if Task.isCancelled { return }
      learn { facts in
        facts.device = description
        facts.online =
          facts.onlineAt.map { watch.elapsed - $0 } ?? description.value?.sinceHandshake
        facts.ping = online
      }
    }
    await wait(within: plan.timeouts.answer) { $0.ping.isAsked || $0.reply != nil }
    asking.cancel()
    if !facts.ping.isAsked, facts.reply == nil {
      let silence = Obstacle(.timeout, "Particle did not answer the ping.", couldNotAsk: true)
      learn { $0.ping = .failed(silence) }
    }
  }

  /// Reads the switch back: a 200 does not mean that the number was stored (blynk:update-cut).
  private func askKept() async {
    do {
      let value = try await blynkAsks { try await $0.value(self.plan.switchPin) }
      learn { $0.kept = .said(value?.integer) }
    } catch {
      learn { $0.kept = .failed(Obstacle(error)) }
    }
  }

  /// Writes the switch once more and looks at once, so that nobody turns it in between.
  private func rewrite() async {
    let value = facts.sent ?? 0
    learn { $0.switchWrites += 1 }
    do {
      try await blynkWrites(.int(value), to: plan.switchPin)
      let shown = try await blynkAsks { try await $0.value(self.plan.switchPin) }
      learn { $0.rewritten = .said(shown?.integer) }
    } catch {
      learn { $0.rewritten = .failed(Obstacle(error)) }
    }
  }

  private func askIntegrations() async {
    // One that is right and fires alone is enough, unless more hooks came than it can have sent.
    let isEnough = !facts.hidesDuplicate
    let wanted = plan.wanted
    let survey: QueryResult<IntegrationSurvey>
    do {
      let found = try await particle.survey(of: plan.deviceID, event: plan.event) {
        await self.learn { $0.cost.requests += 1 }
      } isEnough: { survey in
        guard isEnough, case .right = IntegrationFinding(survey, wanted) else { return false }
        return true
      }
      survey = .said(found)
    } catch {
      survey = .failed(Obstacle(error))
    }
    learn { $0.integrations = survey }
  }

  /// Sends Blynk what the integration should have sent. When it refuses that, each pin is tried, as
  /// it does not say which one it is about.
  private func sendUplink() async {
    guard let reply = facts.reply, let payload = facts.replyPayload else { return }
    var values = payload.values.filter { plan.integration.query["\($0.key)"] != nil }
    values[plan.timePin] = reply.publishedAt.map { .string($0) }
    guard isEchoNoted() else { return }
    do {
      try await blynkAsks { [values] in try await $0.batchUpdate(values) }
      learn { $0.uplink = .said(true) }
    } catch {
      var obstacle = Obstacle(error)
      for (pin, value) in values.sorted(by: { $0.key < $1.key }) {
        do {
          try await blynkAsks { try await $0.update(pin, value) }
        } catch {
          obstacle = Obstacle(error)
          break
        }
      }
      learn { [obstacle] in $0.uplink = .failed(obstacle) }
    }
    // The echo is the device's to tell.
    if let echo = facts.before.value?.echo {
      let written: Void? = try? await blynkWrites(.int(echo), to: plan.echoPin)
      if written != nil { note.values.removeAll { $0.pin == plan.echoPin } }
    }
  }

  private func askRegion() async {
    let region = await answer { () async throws -> String? in
      try await self.blynk.findRegion(candidates: self.plan.otherRegions)
    }
    facts.cost.blynkMessages += plan.otherRegions.count
    facts.cost.requests += plan.otherRegions.count - 1
    learn { $0.region = region }
  }

  /// The value that V17 has, once more: nothing changes but what hangs on a write of it.
  private func writeEcho() async {
    do {
      let shown = try await blynkAsks { try await $0.value(self.plan.echoPin) }
      let value = shown ?? .int(facts.other ?? 0)
      learn { $0.echoMark = $0.sightings.count }
      try await blynkAsks { try await $0.update(self.plan.echoPin, value) }
      learn { $0.echoWrite = .said(true) }
    } catch {
      learn { $0.echoWrite = .failed(Obstacle(error)) }
    }
  }

  private func callDirectly() async {
    let sent = facts.sent ?? 0
    guard isCallNoted(with: sent) else { return }
    learn { $0.directMark = $0.sightings.count }
    let returned = await calling(sent)
    learn { $0.direct = returned }
  }

  private func callReversed() async {
    let other = facts.other ?? 0
    guard isCallNoted(with: other) else { return }
    learn { $0.reverseMark = $0.sightings.count }
    let returned = await calling(other)
    learn { $0.reverse = returned }
  }

  private func countCalls() async -> QueryResult<CallCount> {
    facts.cost.particleOperations += 2
    facts.cost.requests += 1
    return await answer {
      let calls = try await self.particle.variable(
        self.plan.callsVariable, of: self.plan.deviceID)
      let argument = try? await self.particle.variable(
        self.plan.argumentVariable, of: self.plan.deviceID)
      return CallCount(calls: calls.shown, argument: argument?.shown)
    }
  }

  /// Asks Particle something that is a plain request, and counts it.
  private func answer<Value: Sendable>(
    _ question: @Sendable () async throws -> Value
  ) async -> QueryResult<Value> {
    facts.cost.requests += 1
    do {
      return .said(try await question())
    } catch {
      return .failed(Obstacle(error))
    }
  }
}

extension TripQuery {
  /// What is being asked, for the person who waits.
  fileprivate var words: String {
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
