/// What the events tell, held against what was sent and what stood there before.
struct SeenEvents: Sendable {
  private let log: EventLog
  private let sent: Int64?
  private let other: Int64?
  private let known: Reading?
  /// What the switch, or the device, is put back to.
  private let restored: Int64
  /// Our call with the other value was answered.
  private let isReversed: Bool

  init(_ facts: TripFacts) {
    log = facts.events
    sent = facts.write.sent
    other = facts.write.other
    known = facts.before.known
    restored = facts.switchBefore
    isReversed = facts.calls.reverse.value != nil
  }

  // MARK: our device

  /// The device's event that carries the value sent, from before we called the function ourselves.
  var reply: ObservedEvent? { log.before(.directCall).first { echoes(sent, $0) } }

  /// What the device's reply says.
  var replyPayload: DevicePayload? {
    if case .device(let payload) = reply?.kind { payload } else { nil }
  }

  /// What is wrong with the device's reply, though its echo can be read.
  var replyDefect: PayloadDefect? { replyPayload?.defect }

  /// The event that answers our direct call.
  var directEvent: ObservedEvent? { log.first(after: .directCall) { echoes(sent, $0) } }

  /// The event that answers our call with the other value.
  var reverseEvent: ObservedEvent? { log.first(after: .reverseCall) { echoes(other, $0) } }

  /// The device publishes, but not for the value sent: it had it already.
  var isAwkward: Bool { reverseEvent != nil }

  /// The device was set one way and told the opposite, and then the other way round.
  var isContrary: Bool {
    guard log.place(of: .reverseCall) != nil, reverseEvent == nil else { return false }
    let before = log.before(.reverseCall)
    return before.contains { echoes(other, $0) } && !before.contains { echoes(sent, $0) }
      && log.first(after: .reverseCall) { echoes(sent, $0) } != nil
  }

  /// What is wrong with an event of the device in this trip, where its echo cannot be read.
  var unreadable: PayloadDefect? {
    log.sightings.lazy.compactMap { sighting in
      switch sighting.kind {
      case .unreadable(let defect): defect
      case .device(let payload) where payload.echo == nil: payload.defect
      case .device, .otherName, .otherDevice, .hookSent, .hookError: nil
      }
    }.first
  }

  /// The same payload under another name.
  var misnamed: (sighting: ObservedEvent, name: String)? {
    log.sightings.lazy.compactMap { sighting in
      if case .otherName(let name, let payload) = sighting.kind, payload.echo == sent {
        (sighting, name)
      } else {
        nil
      }
    }.first
  }

  /// The device said something, and not as it should.
  var isMisheard: Bool { misnamed != nil || unreadable != nil }

  /// An event with the value sent that nobody asked for, other than a repetition of the reply.
  var secondLap: ObservedEvent? {
    guard let reply else { return nil }
    return log.before(.restoring).first { sighting in
      echoes(sent, sighting) && sighting.at > reply.at && sighting.publishedAt != reply.publishedAt
    }
  }

  /// Whether the device told the value not sent, at that time of Particle's clock.
  func toldOther(at time: String?) -> Bool {
    log.sightings.contains { echoes(other, $0) && $0.publishedAt == time }
  }

  /// What the device's events say, event by event.
  var payloads: [DevicePayload] {
    log.sightings.compactMap { sighting in
      if case .device(let payload) = sighting.kind { payload } else { nil }
    }
  }

  // MARK: hooks

  /// The hook's success. It may overtake the device's event (particle:event-best-effort), so any
  /// since the write counts that is not stamped before the event; the reading is what proves.
  var hookSent: ObservedEvent? {
    log.before(.restoring).first { $0.kind == .hookSent && !isOfEarlierEvent($0) }
  }

  /// The hook's failure, and its text.
  var hookError: (sighting: ObservedEvent, text: String)? {
    log.before(.restoring).lazy.compactMap { sighting in
      if case .hookError(let text) = sighting.kind, !isOfEarlierEvent(sighting) {
        (sighting, text)
      } else {
        nil
      }
    }.first
  }

  /// The hook failed because nobody answered it in time. The texts are those of Particle's console
  /// log: `ETIMEDOUT`, `ETIMEOUT`, `ESOCKETTIMEDOUT`; the pages contradict each other about which
  /// is which, so no difference is made (particle:hook-error-codes).
  var hookGaveUp: Bool {
    hookError.map { $0.text.contains("TIMEDOUT") || $0.text.contains("ETIMEOUT") } ?? false
  }

  /// A hook was seen, and it will have been another event's: ours has its turn later.
  var awaitsTurn: Bool {
    guard let reply, hookSent != nil || hookError != nil, log.mayBeOthersHook
    else { return false }
    return !log.isHookDue(of: reply)
  }

  private func isOfEarlierEvent(_ hook: ObservedEvent) -> Bool {
    guard let event = reply?.publishedAt.flatMap(CloudTime.seconds),
      let hook = hook.publishedAt.flatMap(CloudTime.seconds)
    else { return false }
    return hook < event
  }

  // MARK: the way back

  /// The event that shows the device following the restoring write; not one that follows our own
  /// call.
  var settleEvent: ObservedEvent? {
    guard let restoreMark = log.place(of: .restoring) else { return nil }
    let end = log.place(of: .echoWrite) ?? log.place(of: .putBack) ?? log.sightings.count
    let following = log.sightings.prefix(end).dropFirst(restoreMark)
      .lazy.filter { echoes(restored, $0) && !isOlder($0, than: reply ?? directEvent) }
    return following.dropFirst(owesReverseEvent(at: restoreMark) ? 1 : 0).first
  }

  /// Whether the device has followed the restoring write, and Blynk has heard of it if it hears at
  /// all: else the next trip would find device and switch out of step.
  var isSettled: Bool {
    guard let settleEvent else { return false }
    if hookSent == nil { return true }
    return log.isRestoreForwarded && log.isHookDue(of: settleEvent)
  }

  /// Whether the event that answers our call with the other value was still to come: it looks like
  /// one that follows the switch.
  private func owesReverseEvent(at mark: Int) -> Bool {
    guard isReversed, other == restored, let reverseMark = log.place(of: .reverseCall)
    else { return false }
    return !log.sightings[reverseMark..<max(mark, reverseMark)].contains { echoes(other, $0) }
  }

  // MARK: other devices

  /// Other devices of the account that did what ours should have done: each may have a switch of
  /// its own that somebody moved just then.
  var suspects: Set<String> { others(log.before(.directCall), showing: sent) }

  /// The only one of them that followed the restoring write as well; where several do, chance has
  /// a hand in it.
  var stranger: String? {
    guard let restoreMark = log.place(of: .restoring) else { return nil }
    let followers = suspects.intersection(
      others(log.sightings.dropFirst(restoreMark), showing: restored))
    return followers.count == 1 ? followers.first : nil
  }

  /// Another device with our AuthToken told the value sent.
  var hasImpostor: Bool {
    log.sightings.contains { sighting in
      if case .otherDevice(_, let payload?) = sighting.kind {
        payload.echo == sent && payload.carriesOurToken == true
      } else {
        false
      }
    }
  }

  private func others(_ sightings: ArraySlice<ObservedEvent>, showing value: Int64?) -> Set<String>
  {
    Set(
      sightings.compactMap { sighting in
        if case .otherDevice(let id, let payload?) = sighting.kind, payload.echo == value {
          id
        } else {
          nil
        }
      })
  }

  // MARK: what an event shows

  private func echoes(_ value: Int64?, _ sighting: ObservedEvent) -> Bool {
    guard let value, case .device(let payload) = sighting.kind, payload.echo == value
    else { return false }
    return !isStale(sighting, payload)
  }

  /// No newer than what Blynk showed before the write, by both witnesses: Particle's time and the
  /// device's counter. Either alone may lie: a hook's retry stamps late, a restart counts anew.
  private func isStale(_ sighting: ObservedEvent, _ payload: DevicePayload) -> Bool {
    guard let known, let counter = payload.counter, let knownCounter = known.counter,
      let time = sighting.publishedAt.flatMap(CloudTime.seconds),
      let knownTime = known.time.flatMap(CloudTime.seconds)
    else { return false }
    // What Blynk shows is of this very second, and told another value: then the event is no
    // repetition.
    let isSameMoment = time == knownTime && counter == knownCounter
    if isSameMoment, let echo = payload.echo, let knownEcho = known.echo, echo != knownEcho {
      return false
    }
    return time <= knownTime && counter <= knownCounter
  }

  /// Whether an event was published before another; a device's own report may be on its way long.
  private func isOlder(_ event: ObservedEvent, than other: ObservedEvent?) -> Bool {
    guard let time = event.publishedAt.flatMap(CloudTime.seconds),
      let otherTime = other?.publishedAt.flatMap(CloudTime.seconds)
    else { return false }
    return time < otherTime
  }
}
