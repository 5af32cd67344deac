/// What an event stream lets through.
struct EventFilter: Sendable, Equatable {
  /// Nil lets every device of the account through, and the cloud's own events.
  var deviceID: String?
  /// The beginning of the names, in the same case; empty lets all through.
  var prefix: String

  func lets(_ event: CloudEvent) -> Bool {
    (deviceID == nil || deviceID == event.coreID) && event.name.hasPrefix(prefix)
  }
}
