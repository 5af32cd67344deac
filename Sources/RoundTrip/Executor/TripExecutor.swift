import BlynkAPI
import ParticleAPI

/// One attempt at a trip, under way: it has the moves made that `TripPlanner` decides on, each by
/// its phase, listens all the while, and keeps what is learnt.
actor TripExecutor {
  let plan: TripPlan
  let particle: ParticleCloud
  let blynk: BlynkCloud
  let clock: any Clock<Duration>
  let tell: @Sendable (TripProgress) -> Void
  let watch: Stopwatch
  private(set) var facts: TripFacts
  var journal: RestoreJournal

  private var waiters = FactWaiters()
  private var listener: Task<Void, Never>?
  private var vigil: Task<Void, Never>?
  /// When the stream last showed that it lives, since the trip began.
  private var lastHeard = Duration.zero
  private var intake: EventIntake

  init(_ trip: Trip, again: RetryReason?, tell: @escaping @Sendable (TripProgress) -> Void) {
    plan = trip.plan.knowing(trip.blynk.holdsToken)
    particle = trip.particle
    blynk = trip.blynk
    clock = trip.clock
    self.tell = tell
    watch = Stopwatch(trip.clock)
    journal = RestoreJournal(plan, trip.ledger.begin())
    facts = TripFacts(plan, again: again)
    intake = EventIntake(plan)
  }

  /// Goes to the end, or until the task is cancelled; then the switch is put back all the same.
  func run() async -> TripFacts {
    while !Task.isCancelled {
      let move = TripPlanner.next(facts)
      if move == .finish { break }
      await perform(move)
    }
    if Task.isCancelled {
      facts.isInterrupted = true
      await RestorePhase.restoreAtAnyRate(self)
    }
    journal.close(facts)
    // What listens holds the logbook, which is to be closed before the program ends. That it is
    // ended here is no trouble of the stream's.
    let facts = facts
    listener?.cancel()
    await listener?.value
    // It begins the vigil, so that comes after it.
    vigil?.cancel()
    await vigil?.value
    return facts
  }

  private func perform(_ move: TripAction) async {
    switch move {
    case .begin: await OpeningPhase.begin(self)
    case .align: await OpeningPhase.align(self)
    case .write: await WritePhase.write(self)
    case .wait(let wait): await ObservationPhase.wait(for: wait, self)
    case .ask(let question): await QueryPhase.ask(question, self)
    case .read: await ObservationPhase.read(self)
    case .restore: await RestorePhase.restore(self)
    case .finish: break
    }
  }

  // MARK: learning

  /// Adds to the facts and wakes whoever waits for just that.
  func learn(_ change: (inout TripFacts) -> Void) {
    change(&facts)
    waiters.release(by: facts)
  }

  /// Adds to what the trip cost; nobody waits for that.
  func charge(_ cost: TripCost) { facts.cost = facts.cost + cost }

  /// Returns when the facts say so, when the time is over, or when the task is cancelled.
  func wait(
    within limit: Duration, until isDone: @escaping @Sendable (TripFacts) -> Bool
  ) async {
    if isDone(facts) || limit <= .zero || Task.isCancelled { return }
    let id = waiters.next()
    let alarm = Task { [clock] in
      try? await clock.sleep(for: limit)
      self.release(id)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        waiters.add(id, continuation, until: isDone)
        // Cancelled before there was anyone to release.
        if Task.isCancelled { release(id) }
      }
    } onCancel: {
      Task { await self.release(id) }
    }
    alarm.cancel()
  }

  private func release(_ id: Int) { waiters.release(id) }

  // MARK: listening

  /// Opens the stream and goes on listening until the attempt is over.
  func listen() {
    listener = Task {
      do {
        for try await part in particle.events() { hear(part) }
        lost(Obstacle(.cloudError, "Particle closed the event stream.", couldNotAsk: true))
      } catch is CancellationError {
        return
      } catch {
        lost(Obstacle(error, .listening))
      }
    }
  }

  /// A line that is cut without a word leaves the stream open, and silent for good. Particle's own
  /// client gives a stream up like this (particle:stream-idle).
  private func keepVigil() async {
    let limit = plan.timeouts.silence
    while watch.elapsed - lastHeard < limit {
      do { try await clock.sleep(for: limit - (watch.elapsed - lastHeard)) } catch { return }
    }
    lost(
      Obstacle(
        .timeout, "Particle's event stream said nothing for \(limit.components.seconds) s.",
        couldNotAsk: true))
    listener?.cancel()
  }

  private func hear(_ part: EventFeedPart) {
    lastHeard = watch.elapsed
    switch part {
    case .opened:
      learn { $0.events.opened() }
      vigil = Task { await keepVigil() }
    case .pulse: break
    case .event(let event):
      if event.name == "spark/status", event.data == "online", event.coreID == plan.deviceID {
        learn { $0.device.onlineAt = watch.elapsed }
      }
      // What was seen before the write can prove nothing about it; alignment listens apart.
      guard let sighting = intake.take(event, at: watch.elapsed) else { return }
      learn { facts in
        facts.events.append(sighting)
        facts.cost.add(sighting)
      }
      tellOf(sighting)
    }
  }

  private func lost(_ obstacle: Obstacle) {
    learn { $0.events.lose(obstacle) }
  }

  private func tellOf(_ sighting: ObservedEvent) {
    guard let ms = facts.write.milliseconds(sighting.at) else { return }
    if sighting == facts.seen.reply {
      tell(.seen(.call, ms: ms))
      tell(.seen(.publish, ms: ms))
    } else if sighting == facts.seen.hookSent {
      tell(.seen(.forward, ms: ms))
    }
  }
}

extension TripCost {
  /// A device's event was a publish; a hook's was a run of the integration, one message at Blynk.
  fileprivate mutating func add(_ sighting: ObservedEvent) {
    switch sighting.kind {
    case .device, .unreadable, .otherName: particleOperations += 1
    case .hookSent, .hookError:
      particleOperations += 1
      blynkMessages += 1
    case .otherDevice: break
    }
  }
}
