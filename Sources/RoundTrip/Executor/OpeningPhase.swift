import BlynkAPI

/// Before the write.
enum OpeningPhase {
  /// Opens the stream and reads the pins, both at once.
  static func begin(_ trip: isolated TripExecutor) async {
    trip.listen()
    async let read: Void = readPins(trip)
    await trip.wait(within: trip.plan.timeouts.stream) {
      $0.events.isOpen || $0.events.trouble != nil
    }
    await read
    await readAgainIfOutOfStep(trip)
    trip.learn { facts in
      facts.before.isBegun = true
      if !facts.events.isOpen {
        facts.events.lose(
          Obstacle(.timeout, "Particle did not open the event stream in time.", couldNotAsk: true))
      }
    }
    if trip.facts.mayWrite { trip.tell(.ready) }
  }

  /// A report of the device may be on its way to Blynk while the pins are read: what looks out of
  /// step is looked at again before the device is bothered.
  private static func readAgainIfOutOfStep(_ trip: isolated TripExecutor) async {
    for pause in trip.plan.timeouts.reports {
      guard trip.facts.isOutOfStep, trip.facts.mayWrite, !Task.isCancelled else { return }
      let count = trip.facts.events.sightings.count
      // Where others report as well, a hook says nothing of ours, and each look is a request.
      await trip.wait(within: pause) { facts in
        !facts.events.hooksAreShared
          && facts.events.sightings.dropFirst(count).contains { $0.kind == .hookSent }
      }
      await readPins(trip)
    }
  }

  private static func readPins(_ trip: isolated TripExecutor) async {
    let plan = trip.plan
    do {
      let values = try await trip.blynkAsks { try await $0.values(plan.pins) }
      trip.learn { $0.before.pins = .said(Reading(values, plan, at: trip.watch.elapsed)) }
    } catch BlynkError.datastreamMissing {
      await readOneByOne(trip)
    } catch {
      trip.learn { $0.before.pins = .failed(Obstacle(error, .reading)) }
    }
  }

  /// Blynk does not say which of the pins is missing, so each is asked for.
  private static func readOneByOne(_ trip: isolated TripExecutor) async {
    let plan = trip.plan
    var values: [Pin: BlynkValue] = [:]
    for pin in plan.pins {
      do {
        values[pin] = try await trip.blynkAsks { try await $0.value(pin) }
      } catch BlynkError.datastreamMissing {
        trip.learn { $0.before.miss(pin) }
      } catch {
        trip.learn { $0.before.pins = .failed(Obstacle(error, .reading)) }
        return
      }
    }
    trip.learn { $0.before.pins = .said(Reading(values, plan, at: trip.watch.elapsed)) }
  }

  /// Calls the function with the switch's value and gives the device time to follow.
  static func align(_ trip: isolated TripExecutor) async {
    let value = trip.facts.before.known?.switchValue ?? 0
    trip.tell(.asking("the device, to set it to the switch's \(value)"))
    let returned = await trip.calling(value)
    trip.learn { $0.before.aligning = returned }
    guard returned.value != nil else { return }
    await trip.wait(within: trip.plan.timeouts.directEvent) { facts in
      facts.events.sightings.contains { sighting in
        if case .device(let payload) = sighting.kind { payload.echo == value } else { false }
      }
    }
  }
}
