/// What the facts add up to, leg by leg.
extension TripFacts {
  /// The value that the switch has when it is not the one sent.
  var other: Int64? { sent.map { 1 - $0 } }

  /// Whether events can no longer be seen.
  var streamIsLost: Bool { streamIsOpen && streamTrouble != nil }

  /// The device's event that carries the value sent, from before we called the function ourselves.
  var reply: Sighting? {
    sightings.prefix(directMark ?? sightings.count).first { echoes(sent, $0) }
  }

  /// The event that answers our direct call.
  var directEvent: Sighting? { after(directMark) { echoes(sent, $0) } }

  /// The event that answers our call with the other value.
  var reverseEvent: Sighting? { after(reverseMark) { echoes(other, $0) } }

  /// The event that shows the device following the restoring write; not one that follows our own
  /// call.
  var settleEvent: Sighting? {
    guard let restoreMark else { return nil }
    return sightings.prefix(putBackMark ?? sightings.count).dropFirst(restoreMark)
      .first { echoes(switchBefore, $0) }
  }

  /// Whether the device has followed the restoring write, and Blynk has heard of it if it hears at
  /// all: else the next trip would find device and switch out of step.
  var isSettled: Bool {
    guard let settleEvent else { return false }
    if hookSent == nil { return true }
    guard after(restoreMark, { $0.kind == .hookSent }) != nil else { return false }
    return !hooksAreShared || isHookDue(of: settleEvent)
  }

  /// What the switch, or the device, is put back to: what it was, or off if it never had a value.
  /// A person's turn stays as it is.
  var switchBefore: Int64 {
    switch plan.kind {
    case .whole, .down: before.value?.switchValue ?? other ?? 0
    case .up: before.value?.echo ?? other ?? 0
    case .byHand: sent ?? before.value?.switchValue ?? 0
    }
  }

  /// An event of the device in this trip that could not be read.
  var unreadable: Sighting? { sightings.first { $0.kind == .device(nil) } }

  /// The same payload under another name.
  var misnamed: (sighting: Sighting, name: String)? {
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

  /// The only one of them that followed the restoring write as well; where several do, chance has
  /// a hand in it.
  var stranger: String? {
    guard let restoreMark else { return nil }
    let followers = suspects.intersection(
      others(sightings.dropFirst(restoreMark), showing: switchBefore))
    return followers.count == 1 ? followers.first : nil
  }

  private func others(_ sightings: ArraySlice<Sighting>, showing value: Int64?) -> Set<String> {
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
  var secondLap: Sighting? {
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

  private func after(_ mark: Int?, _ test: (Sighting) -> Bool) -> Sighting? {
    mark.flatMap { sightings.dropFirst($0).first(where: test) }
  }

  var beforeRestoring: ArraySlice<Sighting> {
    sightings.prefix(restoreMark ?? sightings.count)
  }

  private func echoes(_ value: Int64?, _ sighting: Sighting) -> Bool {
    guard let value, case .device(.some(let payload)) = sighting.kind, payload.echo == value
    else { return false }
    return !isStale(sighting, payload)
  }

  /// No newer than what Blynk showed before the write, by both witnesses: Particle's time and the
  /// device's counter. Either alone may lie: a hook's retry stamps late, a restart counts anew.
  private func isStale(_ sighting: Sighting, _ payload: DevicePayload) -> Bool {
    guard let known = before.value, let counter = payload.counter, let knownCounter = known.counter,
      let time = sighting.publishedAt.flatMap(Moment.seconds),
      let knownTime = known.time.flatMap(Moment.seconds)
    else { return false }
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
    if Moment.isNewer(reading.time, than: known.time) { return true }
    guard reading.time != known.time, let stamp = reply?.publishedAt.flatMap(Moment.seconds)
    else { return false }
    return reading.time.flatMap(Moment.seconds) == stamp
  }

  /// The counter of the event that answers the write.
  var replyCounter: Double? {
    if case .device(.some(let payload)) = reply?.kind { payload.counter } else { nil }
  }
}
