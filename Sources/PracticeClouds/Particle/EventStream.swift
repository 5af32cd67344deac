/// An open event stream: what it lets through, and the way to its client.
struct EventStream: Sendable {
  let filter: EventFilter
  let line: AsyncStream<[UInt8]>.Continuation
}
