import HTTP
import TestSupport

extension Transport {
  /// The same transport, but what its event streams say comes late, and one event overtakes
  /// another: delivery is best effort, and the order is nobody's promise
  /// (particle:event-best-effort).
  func restless(_ clock: QuickClock, seed: UInt64, by limit: Duration) -> Transport {
    Transport(
      send: send,
      stream: { request in
        let (parts, line) = AsyncThrowingStream.makeStream(of: StreamPart.self)
        let reading = Task {
          var chance = Seeded(seed: seed)
          do {
            for try await part in stream(request) {
              guard case .event = part else {
                line.yield(part)
                continue
              }
              let delay = limit * Double.random(in: 0...1, using: &chance)
              Task {
                try? await clock.sleep(for: delay)
                line.yield(part)
              }
            }
            line.finish()
          } catch {
            line.finish(throwing: error)
          }
        }
        line.onTermination = { _ in reading.cancel() }
        return parts
      })
  }
}
