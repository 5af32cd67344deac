/// What came over the event stream, in order, and when in it something was done.
///
/// Hooks carry neither the device nor the event that they are about (particle:hook-sender), so in
/// an account where others publish the same event, or where an earlier event's hook is under way,
/// each may be somebody else's.
struct EventLog: Sendable {
  /// Something that was done, after which events have another meaning.
  enum Mark: Sendable {
    case directCall, reverseCall, restoring, putBack
    /// The echo's datastream was written once more, which may call too.
    case echoWrite
  }

  private(set) var isOpen = false
  /// Why the stream did not open, or why it ended: what came first is what is wrong; all else
  /// follows from it.
  private(set) var trouble: Obstacle?
  /// All are later than the write, once there is one.
  private(set) var sightings: [ObservedEvent]
  /// Events of our device before the write whose hook was not seen by then.
  private var pendingHooks = 0
  /// The same, of all devices of the account.
  private var pendingInAccount = 0
  /// How many sightings there were by then.
  private var places: [Mark: Int] = [:]

  init(_ sightings: [ObservedEvent] = []) { self.sightings = sightings }

  mutating func opened() { isOpen = true }

  mutating func lose(_ obstacle: Obstacle) { trouble = trouble ?? obstacle }

  mutating func append(_ sighting: ObservedEvent) { sightings.append(sighting) }

  /// It is done now, or was at that place.
  mutating func mark(_ mark: Mark, at place: Int? = nil) {
    places[mark] = place ?? sightings.count
  }

  /// How many sightings there were when it was done; nil when it was not.
  func place(of mark: Mark) -> Int? { places[mark] }

  /// Whether events can no longer be seen.
  var isLost: Bool { isOpen && trouble != nil }

  /// Those before something was done; all of them when it was not.
  func before(_ mark: Mark) -> ArraySlice<ObservedEvent> {
    sightings.prefix(place(of: mark) ?? sightings.count)
  }

  /// The first of its kind after something was done.
  func first(after mark: Mark, where test: (ObservedEvent) -> Bool) -> ObservedEvent? {
    place(of: mark).flatMap { sightings.dropFirst($0).first(where: test) }
  }
}

// MARK: hooks

extension EventLog {
  /// Other devices of the account fire the same integration.
  var hooksAreShared: Bool {
    before(.restoring).contains { if case .otherDevice = $0.kind { true } else { false } }
  }

  /// The event's own hook may still be under way, though one was seen.
  var mayBeOthersHook: Bool { hooksAreShared || outstandingHooks > 0 }

  /// Events of our device without a hook.
  var outstandingHooks: Int {
    before(.restoring).reduce(pendingHooks) { count, sighting in
      switch sighting.kind {
      case .device, .unreadable: count + 1
      case .hookSent, .hookError: count - 1
      case .otherName, .otherDevice: count
      }
    }
  }

  /// Whether the integration was seen to send on what the restoring write set off.
  var isRestoreForwarded: Bool { first(after: .restoring) { $0.kind == .hookSent } != nil }

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
  mutating func forget() {
    pendingHooks = max(0, outstandingHooks)
    pendingInAccount = max(
      0, sightings.count(where: \.isEvent) - sightings.count(where: \.isHook))
    sightings = []
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
