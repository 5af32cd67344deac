/// The one way out. Live, recording, replaying: each is a value of this type.
package struct Transport: Sendable {
  /// Sends and waits for the whole reply. Redirects come back as they are. Throws `WireError`, or
  /// `CancellationError` when its task is cancelled.
  package var send: @Sendable (Request) async throws -> Response
  /// Opens an event stream. Ending the iteration closes the connection. Throws `WireError`; a
  /// stream that the server closes in good order, or whose reader is cancelled, ends without an
  /// error. The request's time limit holds until the server has answered.
  package var stream: @Sendable (Request) -> AsyncThrowingStream<StreamPart, any Error>

  /// A transport of these two, such as one that a test answers for.
  package init(
    send: @escaping @Sendable (Request) async throws -> Response,
    stream: @escaping @Sendable (Request) -> AsyncThrowingStream<StreamPart, any Error>
  ) {
    self.send = send
    self.stream = stream
  }
}
