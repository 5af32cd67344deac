import Core
import HTTP
import Synchronization

/// Lets setups begin as Particle's limits allow, which count by address and not by account: each
/// takes with it room for the most that it may ask, and gives back what it did not need.
///
/// So nothing has to wait once it is under way, where waiting would look like a slow cloud.
package final class RateLimiter: Sendable {
  /// What a setup may ask of Particle at most.
  package struct Need: Sendable, Equatable {
    var calls: Int
    var streams: Int

    /// A trip's second attempt with every question, as when all goes wrong; three are usual.
    static let trip = Need(calls: 50, streams: 2)
    /// Every check of a setup; some twenty are usual.
    package static let examination = Need(calls: 100, streams: 0)
  }

  private struct State {
    var calls: SlidingWindow
    var streams: SlidingWindow
    var toldAt: Int?
  }

  private let clock: ContinuousClock
  private let start: ContinuousClock.Instant
  private let tell: @Sendable (Phrase) -> Void
  private let state: Mutex<State>

  /// Between two looks whether there is room.
  private static let pause = Duration.milliseconds(250)
  /// Between two words that there is none, in seconds.
  private static let tellEverySeconds = 60

  /// - Parameters:
  ///   - calls: in five minutes; 0 is no limit.
  ///   - streams: openings of an event stream in five minutes; 0 is no limit.
  ///   - tell: hears why there is a wait.
  init(
    calls: Int, streams: Int, clock: ContinuousClock, tell: @escaping @Sendable (Phrase) -> Void
  ) {
    self.clock = clock
    self.tell = tell
    start = clock.now
    state = Mutex(State(calls: SlidingWindow(limit: calls), streams: SlidingWindow(limit: streams)))
  }

  /// Does the work as soon as there is room for it. Throws `CancellationError` when it is called
  /// off before.
  func within<Value>(_ need: Need, _ work: () async throws -> Value) async throws -> Value {
    while !keep(need) { try await clock.sleep(for: RateLimiter.pause) }
    defer { release(need) }
    return try await work()
  }

  /// The transport, with what goes to this cloud counted.
  func counting(_ transport: Transport, to url: String) -> Transport {
    Transport(
      send: { request in
        if request.url.shown().hasPrefix(url) { self.note(isStream: false) }
        return try await transport.send(request)
      },
      stream: { request in
        if request.url.shown().hasPrefix(url) { self.note(isStream: true) }
        return transport.stream(request)
      })
  }

  /// How many calls and stream openings there were in the last five minutes.
  var counts: (calls: Int, streams: Int) {
    state.withLock { ($0.calls.count, $0.streams.count) }
  }

  private var second: Int { Int(start.duration(to: clock.now).components.seconds) }

  private func note(isStream: Bool) {
    let second = second
    state.withLock { state in
      state.calls.note(at: second)
      if isStream { state.streams.note(at: second) }
    }
  }

  private func keep(_ need: Need) -> Bool {
    let second = second
    let (isKept, reason) = state.withLock { state -> (Bool, Phrase?) in
      guard state.calls.keep(need.calls, at: second) else {
        return (false, RateLimiter.reason("calls", state.calls, second, &state.toldAt))
      }
      guard state.streams.keep(need.streams, at: second) else {
        state.calls.release(need.calls)
        return (false, RateLimiter.reason("event streams", state.streams, second, &state.toldAt))
      }
      return (true, nil)
    }
    if let reason { tell(reason) }
    return isKept
  }

  private func release(_ need: Need) {
    state.withLock { state in
      state.calls.release(need.calls)
      state.streams.release(need.streams)
    }
  }

  /// Why the next setup waits; nil when it was told a while ago.
  private static func reason(
    _ what: Phrase, _ window: SlidingWindow, _ second: Int, _ toldAt: inout Int?
  ) -> Phrase? {
    if let told = toldAt, second - told < tellEverySeconds { return nil }
    toldAt = second
    return
      "Particle takes \(window.limit) \(what) in five minutes from one address. "
      + "\(window.count) are made and \(window.kept) kept for setups under way, "
      + "so the next one waits."
  }
}
