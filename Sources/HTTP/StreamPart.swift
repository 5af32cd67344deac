/// What comes out of an open event stream, in order: `opened` or `refused` first.
package enum StreamPart: Sendable {
  /// The server answered 200 and the stream is open.
  case opened
  /// The server answered something else; the stream ends after this.
  case refused(Response)
  case event(ServerSentEvent)
  /// A comment or a blank keep-alive: proof that the stream lives.
  case pulse
}
