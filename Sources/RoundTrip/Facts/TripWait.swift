/// The waits of a trip; each happens at most once.
enum TripWait: String, Sendable, CaseIterable {
  case firstEvent, event, directEvent, reverseEvent, firstHook, hook, loop, settle, echo
  /// For an event that is only slow, before Particle is bothered.
  case slowEvent
  /// For the hooks of the events before ours, which other devices' events may have.
  case turn
  /// For the right event, when the device was heard under another name.
  case rightName
  /// For a hook that may still be under way, when the one seen may be another event's.
  case lastHook
  /// Until Blynk must have forgotten the webhook calls from before the trip.
  case quota
}
