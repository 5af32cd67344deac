/// What comes out of an open event stream.
package enum EventFeedPart: Sendable, Equatable {
  /// The cloud accepted the stream; always the first.
  case opened
  case event(CloudEvent)
  /// A keep-alive, or an event whose JSON could not be read: proof that the stream lives.
  case pulse
}
