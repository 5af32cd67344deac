import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Watching signals")
struct SignalObserverTests {
  @Test(
    "each watcher in turn hears the signal, two at once both do, and one that ended does not",
    .timeLimit(.minutes(5)))
  func turns() async throws {
    let number = SIGURG
    for _ in 0..<3 {
      let (signals, signal) = AsyncStream<Void>.makeStream()
      let watch = try #require(SignalObserver(number) { signal.yield() })
      let (others, other) = AsyncStream<Void>.makeStream()
      let second = try #require(SignalObserver(number) { other.yield() })
      kill(getpid(), number)
      for await _ in signals { break }
      for await _ in others { break }
      second.end()
      kill(getpid(), number)
      for await _ in signals { break }
      watch.end()
      other.finish()
      #expect(await others.first { true } == nil)
    }
  }
}
