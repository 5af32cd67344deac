import BlynkAPI

/// Before the write.
extension TripExecutor {
  /// Opens the stream and reads the pins, both at once.
  func begin() async {
    listen()
    async let read: Void = readBefore()
    await wait(within: plan.timeouts.stream) { $0.streamIsOpen || $0.streamTrouble != nil }
    await read
    await readAgainIfOutOfStep()
    learn { facts in
      facts.isBegun = true
      if !facts.streamIsOpen, facts.streamTrouble == nil {
        facts.streamTrouble = Obstacle(
          .timeout, "Particle did not open the event stream in time.", couldNotAsk: true)
      }
    }
    if facts.mayWrite { tell(.ready) }
  }

  /// A report of the device may be on its way to Blynk while the pins are read: what looks out of
  /// step is looked at again before the device is bothered.
  private func readAgainIfOutOfStep() async {
    for pause in plan.timeouts.reports {
      guard facts.isOutOfStep, facts.mayWrite, !Task.isCancelled else { return }
      let count = facts.sightings.count
      // Where others report as well, a hook says nothing of ours, and each look is a request.
      await wait(within: pause) { facts in
        !facts.hooksAreShared
          && facts.sightings.dropFirst(count).contains { $0.kind == .hookSent }
      }
      await readBefore()
    }
  }

  private func readBefore() async {
    do {
      let values = try await blynkAsks { try await $0.values(self.plan.pins) }
      learn { $0.before = .said(Reading(values, plan, at: watch.elapsed)) }
    } catch BlynkError.datastreamMissing {
      await readOneByOne()
    } catch {
      learn { $0.before = .failed(Obstacle(error, .reading)) }
    }
  }

  /// Blynk does not say which of the pins is missing, so each is asked for.
  private func readOneByOne() async {
    var values: [Pin: BlynkValue] = [:]
    for pin in plan.pins {
      do {
        values[pin] = try await blynkAsks { try await $0.value(pin) }
      } catch BlynkError.datastreamMissing {
        learn { $0.missingPins.append("\(pin)") }
      } catch {
        learn { $0.before = .failed(Obstacle(error, .reading)) }
        return
      }
    }
    learn { $0.before = .said(Reading(values, plan, at: watch.elapsed)) }
  }

  /// Calls the function with the switch's value and gives the device time to follow.
  func align() async {
    let value = facts.before.value?.switchValue ?? 0
    tell(.asking("the device, to set it to the switch's \(value)"))
    let returned = await calling(value)
    learn { $0.aligning = returned }
    guard returned.value != nil else { return }
    await wait(within: plan.timeouts.directEvent) { facts in
      facts.sightings.contains { sighting in
        if case .device(let payload) = sighting.kind { payload.echo == value } else { false }
      }
    }
  }

  /// Calls the device's function ourselves.
  func calling(_ value: Int64) async -> QueryResult<Int32> {
    facts.cost.requests += 1
    facts.cost.particleOperations += 1
    do {
      let (particle, plan) = (particle, plan)
      let returned = try await UncancellableWrite.run(within: plan.timeouts.restore, clock) {
        try await particle.call(plan.function, on: plan.deviceID, with: "\(value)")
      }
      return .said(returned)
    } catch {
      return .failed(Obstacle(error, .calling))
    }
  }

  /// Asks Blynk something, and counts it.
  func blynkAsks<Value: Sendable>(_ question: (BlynkCloud) async throws -> Value) async throws
    -> Value
  {
    facts.cost.requests += 1
    facts.cost.blynkMessages += 1
    return try await question(blynk)
  }

  /// Writes a pin of Blynk's, and counts it.
  func blynkWrites(_ value: BlynkValue, to pin: Pin) async throws {
    try await blynkAsks { [clock, plan] blynk in
      try await UncancellableWrite.run(within: plan.timeouts.restore, clock) {
        try await blynk.update(pin, value)
      }
    }
  }
}
