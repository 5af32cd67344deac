import Core
import Synchronization
import Testing

@testable import HTTP

@Suite("Shared streams")
struct SharedStreamsTests {
  /// A cloud whose streams say something all the time, and that counts how often one is opened.
  private final class Talker: Sendable {
    let opened = Mutex(0)

    var transport: Transport {
      Transport(
        send: { _ in throw CancellationError() },
        stream: { _ in
          self.opened.withLock { $0 += 1 }
          return AsyncThrowingStream { continuation in
            let talking = Task {
              continuation.yield(.opened)
              while !Task.isCancelled {
                continuation.yield(.pulse)
                await Task.yield()
              }
              continuation.finish()
            }
            continuation.onTermination = { _ in talking.cancel() }
          }
        })
    }
  }

  @Test(
    "listeners come and are called off while it talks: one opening, each is told that it is open",
    .timeLimit(.minutes(1)))
  func comeAndGo() async throws {
    let talker = Talker()
    let streams = SharedStreams(talker.transport, silence: .seconds(15))
    let request = Request(.get, MaskedText("https://api.particle.io/v1/devices/events"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<2_000 {
        if number >= 10 { try await group.next() }
        group.addTask {
          let told = Mutex(false)
          let listening = Task {
            for try await part in streams.shared.stream(request) {
              if case .opened = part { told.withLock { $0 = true } }
            }
          }
          while !told.withLock({ $0 }) { await Task.yield() }
          listening.cancel()
          _ = await listening.result
        }
      }
      try await group.waitForAll()
    }
    #expect(talker.opened.withLock { $0 } == 1)
    streams.close()
  }
}
