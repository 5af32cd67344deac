/// What the hooks' events tell, and of whom.
///
/// They carry neither the device nor the event that they are about (particle-cloud §6.8), so in an
/// account where others publish the same event, or where an earlier event's hook is under way,
/// each may be somebody else's.
extension TripFacts {
  /// The hook's success. It may overtake the device's event (particle-cloud §5.5), so any since the
  /// write counts that is not stamped before the event; the reading is what proves.
  var hookSent: Sighting? {
    beforeRestoring.first { $0.kind == .hookSent && !isOfEarlierEvent($0) }
  }

  /// The hook's failure, and its text.
  var hookError: (sighting: Sighting, text: String)? {
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

  /// Events of our device without a hook.
  var outstandingHooks: Int {
    beforeRestoring.reduce(pendingHooks) { count, sighting in
      switch sighting.kind {
      case .device: count + 1
      case .hookSent, .hookError: count - 1
      case .otherName, .otherDevice: count
      }
    }
  }

  private func isOfEarlierEvent(_ hook: Sighting) -> Bool {
    guard let event = reply?.publishedAt.flatMap(Moment.seconds),
      let hook = hook.publishedAt.flatMap(Moment.seconds)
    else { return false }
    return hook < event
  }
}
