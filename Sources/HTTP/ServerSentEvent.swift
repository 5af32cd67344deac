/// One event of a `text/event-stream` (HTML Living Standard §9.2).
package struct ServerSentEvent: Sendable, Equatable {
  /// The `event:` line; empty when there was none.
  package var name: String
  /// The `data:` lines, joined by a line feed.
  package var data: String

  /// An event of these parts; a stream's are made by `ServerSentEventParser`.
  package init(name: String, data: String) {
    self.name = name
    self.data = data
  }
}
