import HTTP
import HTTPTestServer

@testable import PracticeClouds

/// The parts of an event stream, read one by one.
struct StreamReader {
  private var iterator: AsyncThrowingStream<StreamPart, any Error>.Iterator

  init(_ parts: AsyncThrowingStream<StreamPart, any Error>) { iterator = parts.makeAsyncIterator() }

  /// Waits for the opening.
  mutating func opened() async throws {
    guard case .opened? = try await iterator.next() else { throw CancellationError() }
  }

  /// The next part as it came.
  mutating func part() async throws -> StreamPart? { try await iterator.next() }

  /// The next event; nil when the stream has ended.
  mutating func next() async throws -> ServerSentEvent? {
    while let part = try await iterator.next() {
      if case .event(let event) = part { return event }
    }
    return nil
  }

  /// The next events as "name data" with the event's own data only.
  mutating func next(_ count: Int) async throws -> [String] {
    var lines: [String] = []
    while lines.count < count, let event = try await next() {
      lines.append("\(event.name) \(JSONValue(parsing: event.data)?["data"]?.plain ?? "-")")
    }
    return lines
  }
}
