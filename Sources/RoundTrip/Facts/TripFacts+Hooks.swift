/// What the hooks' events tell, and of whom.
///
/// They carry neither the device nor the event that they are about (particle:hook-sender), so in an
/// account where others publish the same event, or where an earlier event's hook is under way,
/// each may be somebody else's.
extension TripFacts {
  /// The hook's success. It may overtake the device's event (particle:event-best-effort), so any
  /// since the write counts that is not stamped before the event; the reading is what proves.
  var hookSent: ObservedEvent? {
    beforeRestoring.first { $0.kind == .hookSent && !isOfEarlierEvent($0) }
  }

  /// The hook's failure, and its text.
  var hookError: (sighting: ObservedEvent, text: String)? {
    beforeRestoring.lazy.compactMap { sighting in
      if case .hookError(let text) = sighting.kind, !isOfEarlierEvent(sighting) {
        (sighting, text)
      } else {
        nil
      }
    }.first
  }

  /// Other devices of the account fire the same integration.
  var hooksAreShared: Bool {
    beforeRestoring.contains { if case .otherDevice = $0.kind { true } else { false } }
  }

  /// The event's own hook may still be under way, though one was seen.
  var mayBeOthersHook: Bool { hooksAreShared || outstandingHooks > 0 }

  /// A hook was seen, and it will have been another event's: ours has its turn later.
  var awaitsTurn: Bool {
    guard let reply, hookSent != nil || hookError != nil, mayBeOthersHook else { return false }
    return !isHookDue(of: reply)
  }

  /// Events of our device without a hook.
  var outstandingHooks: Int {
    beforeRestoring.reduce(pendingHooks) { count, sighting in
      switch sighting.kind {
      case .device, .unreadable: count + 1
      case .hookSent, .hookError: count - 1
      case .otherName, .otherDevice: count
      }
    }
  }

  /// Whether the hook of this event should be through: as many were seen as there are events up to
  /// it. An account's hooks come about in the order of its events, so this is a good guess, and no
  /// more than that.
  func isHookDue(of event: ObservedEvent) -> Bool {
    guard let place = sightings.firstIndex(of: event) else { return false }
    let events = sightings[...place].count(where: \.isEvent)
    return sightings.count(where: \.isHook) >= pendingInAccount + events
  }

  /// Before the write: what came until now can prove nothing about it, an alignment's event
  /// neither. Only the hooks that are still to come are kept in mind.
  mutating func forgetSightings() {
    pendingHooks = max(0, outstandingHooks)
    pendingInAccount = max(
      0, sightings.count(where: \.isEvent) - sightings.count(where: \.isHook))
    sightings = []
  }

  private func isOfEarlierEvent(_ hook: ObservedEvent) -> Bool {
    guard let event = reply?.publishedAt.flatMap(CloudTime.seconds),
      let hook = hook.publishedAt.flatMap(CloudTime.seconds)
    else { return false }
    return hook < event
  }
}

extension ObservedEvent {
  /// An event that the integration fires on, whichever device's it is.
  fileprivate var isEvent: Bool {
    switch kind {
    case .device, .unreadable, .otherDevice: true
    case .otherName, .hookSent, .hookError: false
    }
  }

  fileprivate var isHook: Bool {
    switch kind {
    case .hookSent, .hookError: true
    case .device, .unreadable, .otherDevice, .otherName: false
    }
  }
}
