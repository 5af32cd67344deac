/// The waits of a trip; each happens at most once.
enum Wait: String, Sendable, CaseIterable {
  case firstEvent, event, directEvent, reverseEvent, firstHook, hook, loop, settle, echo
}
