import Console
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Watching signals")
struct SignalWatchTests {
  @Test("each watcher in turn hears the signal, and two at once both do")
  func turns() async throws {
    let number = SIGWINCH
    for _ in 0..<3 {
      let (signals, signal) = AsyncStream<Void>.makeStream()
      let watch = try #require(SignalWatch(number) { signal.yield() })
      let (others, other) = AsyncStream<Void>.makeStream()
      let second = try #require(SignalWatch(number) { other.yield() })
      kill(getpid(), number)
      for await _ in signals { break }
      for await _ in others { break }
      second.end()
      kill(getpid(), number)
      for await _ in signals { break }
      watch.end()
    }
  }
}
