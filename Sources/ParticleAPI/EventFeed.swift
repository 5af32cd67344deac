import HTTP

/// The account's events, in the order they arrive.
package struct EventFeed: AsyncSequence, Sendable {
  /// What the stream brings: its opening, events, and signs of life.
  package typealias Element = EventFeedPart

  let request: Request
  let parts: AsyncThrowingStream<StreamPart, any Error>

  /// Reads the stream; the connection is closed once nobody iterates.
  package struct Iterator: AsyncIteratorProtocol {
    let request: Request
    var parts: AsyncThrowingStream<StreamPart, any Error>.Iterator

    /// The next part; nil when the cloud closed the stream. Throws `ParticleError` when it refused
    /// it, `WireError` when it broke.
    package mutating func next() async throws -> EventFeedPart? {
      switch try await parts.next() {
      case nil: return nil
      case .opened: return .opened
      case .pulse: return .pulse
      case .event(let event): return CloudEvent(event).map { .event($0) } ?? .pulse
      case .refused(let response):
        let reply = Reply(request, response)
        throw ParticleError(reply, about: .account) ?? .unexpectedReply(reply.witness)
      }
    }
  }

  /// For one reader: there is one connection, and each part is given once.
  package func makeAsyncIterator() -> Iterator {
    Iterator(request: request, parts: parts.makeAsyncIterator())
  }
}

extension CloudEvent {
  /// Nil when the data is not the JSON object it should be: the official client drops such an event
  /// too (particle:stream-drops-broken).
  init?(_ event: ServerSentEvent) {
    struct Wrapped: Decodable {
      var data: LooseJSON?
      var publishedAt: LooseJSON?
      var coreid: LooseJSON?
      enum CodingKeys: String, CodingKey {
        case data, coreid
        case publishedAt = "published_at"
      }
    }
    guard !event.name.isEmpty,
      let wrapped = try? Reply.json(Wrapped.self, from: Array(event.data.utf8))
    else { return nil }
    self.init(
      name: event.name, data: wrapped.data?.text ?? "", publishedAt: wrapped.publishedAt?.text,
      coreID: wrapped.coreid?.text)
  }
}
