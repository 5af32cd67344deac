import BlynkAPI
import ParticleAPI

/// One attempt at a trip, under way: it does the moves that `TripPlanner` decides on, listens all
/// the while, and keeps what it learns.
actor TripExecutor {
  let plan: TripPlan
  let particle: ParticleCloud
  let blynk: BlynkCloud
  let clock: any Clock<Duration>
  let tell: @Sendable (TripProgress) -> Void
  let watch: Stopwatch
  var facts: TripFacts
  /// What is still to be put back, as it is written down.
  var note = RestoreNote()
  let entry: RestoreLedger.Entry

  private var waiters: [Int: Waiter] = [:]
  private var waiterCount = 0
  private var listener: Task<Void, Never>?
  private var vigil: Task<Void, Never>?
  /// When the stream last showed that it lives, since the trip began.
  private var lastHeard = Duration.zero
  private var heard = Heard()

  private struct Waiter {
    var isDone: @Sendable (TripFacts) -> Bool
    var continuation: CheckedContinuation<Void, Never>
  }

  init(_ trip: Trip, again: RetryReason?, tell: @escaping @Sendable (TripProgress) -> Void) {
    plan = trip.plan.knowing(trip.blynk.holdsToken)
    particle = trip.particle
    blynk = trip.blynk
    clock = trip.clock
    self.tell = tell
    watch = Stopwatch(trip.clock)
    entry = trip.ledger.begin()
    facts = TripFacts(plan)
    facts.again = again
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
      await restoreAtAnyRate()
    }
    noteWhatIsLeft()
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
    case .begin: await begin()
    case .align: await align()
    case .write: await write()
    case .wait(let kind): await wait(for: kind)
    case .ask(let question): await ask(question)
    case .read: await read()
    case .restore: await restore()
    case .finish: break
    }
  }

  // MARK: learning

  /// Adds to the facts and wakes whoever waits for just that.
  func learn(_ change: (inout TripFacts) -> Void) {
    change(&facts)
    for (id, waiter) in waiters where waiter.isDone(facts) { release(id) }
  }

  /// Returns when the facts say so, when the time is over, or when the task is cancelled.
  func wait(
    within limit: Duration, until isDone: @escaping @Sendable (TripFacts) -> Bool
  ) async {
    if isDone(facts) || limit <= .zero || Task.isCancelled { return }
    waiterCount += 1
    let id = waiterCount
    let alarm = Task { [clock] in
      try? await clock.sleep(for: limit)
      self.release(id)
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        waiters[id] = Waiter(isDone: isDone, continuation: continuation)
        // Cancelled before there was anyone to release.
        if Task.isCancelled { release(id) }
      }
    } onCancel: {
      Task { await self.release(id) }
    }
    alarm.cancel()
  }

  private func release(_ id: Int) {
    waiters.removeValue(forKey: id)?.continuation.resume()
  }

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
      learn { $0.streamIsOpen = true }
      vigil = Task { await keepVigil() }
    case .pulse: break
    case .event(let event):
      if event.name == "spark/status", event.data == "online", event.coreID == plan.deviceID {
        learn { $0.onlineAt = watch.elapsed }
      }
      // What was seen before the write can prove nothing about it; alignment listens apart.
      guard let sighting = sighting(event), mayKeep(sighting) else { return }
      learn { facts in
        facts.sightings.append(sighting)
        facts.cost.add(sighting)
      }
      tellOf(sighting)
    }
  }

  private func sighting(_ event: CloudEvent) -> ObservedEvent? {
    ObservedEvent(event, plan, at: watch.elapsed, isOurToken: blynk.holdsToken)
  }

  /// Whether there is room for it: a loud account may not drown our own device.
  private func mayKeep(_ sighting: ObservedEvent) -> Bool {
    let kind =
      switch sighting.kind {
      case .device, .unreadable, .otherName: \Heard.own
      case .hookSent, .hookError: \Heard.hooks
      case .otherDevice: \Heard.others
      }
    heard[keyPath: kind] += 1
    return heard[keyPath: kind] <= TripExecutor.sightingLimit
  }

  private struct Heard {
    var own = 0
    var hooks = 0
    var others = 0
  }

  /// What came first is what is wrong; all else follows from it.
  private func lost(_ obstacle: Obstacle) {
    learn { $0.streamTrouble = $0.streamTrouble ?? obstacle }
  }

  private func tellOf(_ sighting: ObservedEvent) {
    guard let ms = facts.milliseconds(sighting.at) else { return }
    if sighting == facts.reply {
      tell(.seen(.call, ms: ms))
      tell(.seen(.publish, ms: ms))
    } else if sighting == facts.hookSent {
      tell(.seen(.forward, ms: ms))
    }
  }

  /// More events of a kind than a trip can have to do with are not kept.
  static let sightingLimit = 1_000
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
