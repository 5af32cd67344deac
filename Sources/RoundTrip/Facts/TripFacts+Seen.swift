import BlynkAPI

/// What the facts add up to, leg by leg.
extension TripFacts {
  /// The value that the switch has when it is not the one sent.
  var other: Int64? { sent.map { 1 - $0 } }

  /// Whether events can no longer be seen.
  var streamIsLost: Bool { streamIsOpen && streamTrouble != nil }

  /// The device's event that carries the value sent, from before we called the function ourselves.
  var reply: ObservedEvent? {
    sightings.prefix(directMark ?? sightings.count).first { echoes(sent, $0) }
  }

  /// The event that answers our direct call.
  var directEvent: ObservedEvent? { after(directMark) { echoes(sent, $0) } }

  /// The event that answers our call with the other value.
  var reverseEvent: ObservedEvent? { after(reverseMark) { echoes(other, $0) } }

  /// The device was set one way and told the opposite, and then the other way round.
  var isContrary: Bool {
    guard let reverseMark, reverseEvent == nil else { return false }
    return sightings.prefix(reverseMark).contains { echoes(other, $0) }
      && !sightings.prefix(reverseMark).contains { echoes(sent, $0) }
      && after(reverseMark) { echoes(sent, $0) } != nil
  }

  /// The event that shows the device following the restoring write; not one that follows our own
  /// call.
  var settleEvent: ObservedEvent? {
    guard let restoreMark else { return nil }
    let following = sightings.prefix(echoMark ?? putBackMark ?? sightings.count)
      .dropFirst(restoreMark)
      .lazy.filter { echoes(switchBefore, $0) && !isOlder($0, than: reply ?? directEvent) }
    return following.dropFirst(owesReverseEvent(at: restoreMark) ? 1 : 0).first
  }

  /// Whether the event that answers our call with the other value was still to come: it looks like
  /// one that follows the switch.
  private func owesReverseEvent(at mark: Int) -> Bool {
    guard reverse.value != nil, other == switchBefore, let reverseMark else { return false }
    return !sightings[reverseMark..<max(mark, reverseMark)].contains { echoes(other, $0) }
  }

  /// Whether the device has followed the restoring write, and Blynk has heard of it if it hears at
  /// all: else the next trip would find device and switch out of step.
  var isSettled: Bool {
    guard let settleEvent else { return false }
    if hookSent == nil { return true }
    guard after(restoreMark, { $0.kind == .hookSent }) != nil else { return false }
    return isHookDue(of: settleEvent)
  }

  /// Whether the integration was seen to send on what the restoring write set off.
  var isRestoreForwarded: Bool { after(restoreMark) { $0.kind == .hookSent } != nil }

  /// What the switch, or the device, is put back to: what it was, or off if it never had a value.
  /// A person's turn stays as it is.
  var switchBefore: Int64 {
    switch plan.kind {
    case .whole, .down: before.value?.switchValue ?? other ?? 0
    case .up: before.value?.echo ?? other ?? 0
    case .byHand: sent ?? before.value?.switchValue ?? 0
    }
  }

  /// What is wrong with an event of the device in this trip, where its echo cannot be read.
  var unreadable: PayloadDefect? {
    sightings.lazy.compactMap { sighting in
      switch sighting.kind {
      case .unreadable(let defect): defect
      case .device(let payload) where payload.echo == nil: payload.defect
      case .device, .otherName, .otherDevice, .hookSent, .hookError: nil
      }
    }.first
  }

  /// What is wrong with the device's reply, though its echo can be read.
  var replyDefect: PayloadDefect? { replyPayload?.defect }

  /// What the device's reply says.
  var replyPayload: DevicePayload? {
    if case .device(let payload) = reply?.kind { payload } else { nil }
  }

  /// The same payload under another name.
  var misnamed: (sighting: ObservedEvent, name: String)? {
    sightings.lazy.compactMap { sighting in
      if case .otherName(let name, let payload) = sighting.kind, payload.echo == sent {
        (sighting, name)
      } else {
        nil
      }
    }.first
  }

  /// The device said something, and not as it should.
  var isMisheard: Bool { misnamed != nil || unreadable != nil }

  /// Other devices of the account that did what ours should have done: each may have a switch of
  /// its own that somebody moved just then.
  var suspects: Set<String> {
    others(sightings.prefix(directMark ?? sightings.count), showing: sent)
  }

  /// Whether an event was published before another; a device's own report may be on its way long.
  private func isOlder(_ event: ObservedEvent, than other: ObservedEvent?) -> Bool {
    guard let time = event.publishedAt.flatMap(CloudTime.seconds),
      let otherTime = other?.publishedAt.flatMap(CloudTime.seconds)
    else { return false }
    return time < otherTime
  }

  /// The only one of them that followed the restoring write as well; where several do, chance has
  /// a hand in it.
  var stranger: String? {
    guard let restoreMark else { return nil }
    let followers = suspects.intersection(
      others(sightings.dropFirst(restoreMark), showing: switchBefore))
    return followers.count == 1 ? followers.first : nil
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

  /// Whether all that was asked for is proven.
  var isProven: Bool { proof != nil || (plan.kind == .down && reply != nil) }

  /// The reading that proves the whole trip. It does not when another device with our AuthToken may
  /// have written it, and ours was not seen.
  var proof: Reading? {
    reply == nil && hasImpostor ? nil : readings.first(where: proves)
  }

  private var hasImpostor: Bool {
    sightings.contains { sighting in
      if case .otherDevice(_, let payload?) = sighting.kind {
        payload.echo == sent && payload.carriesOurToken == true
      } else {
        false
      }
    }
  }

  /// An event with the value sent that nobody asked for, other than a repetition of the reply.
  var secondLap: ObservedEvent? {
    guard let reply else { return nil }
    return beforeRestoring.first { sighting in
      echoes(sent, sighting) && sighting.at > reply.at && sighting.publishedAt != reply.publishedAt
    }
  }

  /// How often the function was called between the two counts, in which the switch was written
  /// once.
  var callsForOneWrite: Int? {
    guard let first = calls.value.flatMap({ Int($0.calls) }),
      let second = callsAgain.value.flatMap({ Int($0.calls) })
    else { return nil }
    return second - first
  }

  /// The datastream whose write called the function, where the webhook should hang on the switch:
  /// V17, when it was written once more; or the one whose value came as the argument.
  var reportedPin: Pin? {
    guard settleEvent == nil, let second = callsAgain.value else { return nil }
    if let last = callsAtLast.value, let before = Int(second.calls), let now = Int(last.calls),
      now > before
    {
      return plan.echoPin
    }
    guard let argument = second.argument, argument != "0", argument != "1" else { return nil }
    let reports = sightings.compactMap { sighting in
      if case .device(let payload) = sighting.kind { payload.values } else { nil }
    }
    if CloudTime.seconds(argument) != nil { return plan.timePin }
    return reports.lazy.compactMap { values in
      values.sorted { $0.key < $1.key }.first { $0.value.text == argument }?.key
    }.first
  }

  /// A report of the device's own, from about the moment of the call, is what Blynk shows.
  var isOvertaken: Bool {
    guard let reply, let last = readings.last, let known = before.value, last.echo != sent,
      CloudTime.isNewer(last.time, than: known.time),
      let shown = last.time.flatMap(CloudTime.seconds),
      let own = reply.publishedAt.flatMap(CloudTime.seconds)
    else { return false }
    return shown < own || sightings.contains { echoes(other, $0) && $0.publishedAt == last.time }
  }

  private func after(_ mark: Int?, _ test: (ObservedEvent) -> Bool) -> ObservedEvent? {
    mark.flatMap { sightings.dropFirst($0).first(where: test) }
  }

  var beforeRestoring: ArraySlice<ObservedEvent> {
    sightings.prefix(restoreMark ?? sightings.count)
  }

  private func echoes(_ value: Int64?, _ sighting: ObservedEvent) -> Bool {
    guard let value, case .device(let payload) = sighting.kind, payload.echo == value
    else { return false }
    return !isStale(sighting, payload)
  }

  /// No newer than what Blynk showed before the write, by both witnesses: Particle's time and the
  /// device's counter. Either alone may lie: a hook's retry stamps late, a restart counts anew.
  private func isStale(_ sighting: ObservedEvent, _ payload: DevicePayload) -> Bool {
    guard let known = before.value, let counter = payload.counter, let knownCounter = known.counter,
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

  /// The echo is what was sent, the time is newer than before or the event's own, and the counter
  /// is that of the event itself or has grown.
  private func proves(_ reading: Reading) -> Bool {
    guard let known = before.value, reading.echo == sent, sent != nil,
      isNew(reading, known)
    else { return false }
    guard let counter = reading.counter, let knownCounter = known.counter else { return true }
    return counter >= knownCounter || counter == replyCounter
  }

  /// Whoever wrote a time of the future there once makes none newer; the event's own stamp is.
  private func isNew(_ reading: Reading, _ known: Reading) -> Bool {
    if CloudTime.isNewer(reading.time, than: known.time) { return true }
    let isChange = reading.time != known.time || (reading.echo != known.echo && known.echo != nil)
    guard isChange, let stamp = reply?.publishedAt.flatMap(CloudTime.seconds) else { return false }
    return reading.time.flatMap(CloudTime.seconds) == stamp
  }

  /// The counter of the event that answers the write.
  var replyCounter: Double? { replyPayload?.counter }
}
