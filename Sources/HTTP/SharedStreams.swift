import Core
import Synchronization

/// One open stream for all who ask for the same: a cloud counts how often streams are opened, and
/// how many are open.
///
/// Who joins later hears what comes from then on. A stream stays open when the last listener has
/// left, for the next one; of those that nobody hears, only so many.
package final class SharedStreams: Sendable {
  private typealias Continuation = AsyncThrowingStream<StreamPart, any Error>.Continuation

  private struct Key: Hashable {
    let url: MaskedText
    let headers: [HeaderField]
  }

  private struct Shared {
    let number: Int
    let host: String
    var reading: Task<Void, Never>?
    var listeners: [Int: Continuation] = [:]
    var isOpen = false
    var lastHeard: ContinuousClock.Instant
  }

  private struct State {
    var streams: [Key: Shared] = [:]
    var count = 0
    var isOver = false
  }

  /// So many that nobody hears are kept open.
  package static let mostUnheard = 32

  private let transport: Transport
  private let silence: Duration
  private let clock = ContinuousClock()
  private let state = Mutex(State())

  /// - Parameter silence: a stream that said nothing for so long is not joined, but opened anew.
  package init(_ transport: Transport, silence: Duration) {
    self.transport = transport
    self.silence = silence
  }

  /// The transport, with its streams shared.
  package var shared: Transport {
    Transport(send: transport.send, stream: { self.stream($0) })
  }

  /// Closes all of them. What is opened later is over at once.
  package func close() {
    let streams = state.withLock { state in
      state.isOver = true
      defer { state.streams = [:] }
      return state.streams.values.map { $0 }
    }
    streams.forEach { SharedStreams.end($0) }
  }

  private func stream(_ request: Request) -> AsyncThrowingStream<StreamPart, any Error> {
    let limit = Transport.streamBufferLimit
    return AsyncThrowingStream(bufferingPolicy: .bufferingOldest(limit)) { continuation in
      let key = Key(url: request.url, headers: request.headers)
      let id = join(request, key, continuation)
      // In a task of its own: a reader's cancellation comes with that reader's lock held, which
      // whoever tells it of a part wants while holding ours.
      continuation.onTermination = { _ in Task { self.leave(key, id) } }
    }
  }

  private func join(_ request: Request, _ key: Key, _ listener: Continuation) -> Int {
    let (id, ended) = state.withLock { state -> (Int, [Shared]) in
      state.count += 1
      let id = state.count
      guard !state.isOver else {
        listener.finish()
        return (id, [])
      }
      var ended: [Shared] = []
      if let old = state.streams[key], old.lastHeard.duration(to: clock.now) > silence {
        state.streams[key] = nil
        ended.append(old)
      }
      if state.streams[key] == nil {
        ended += SharedStreams.surplus(&state)
        var new = Shared(number: id, host: request.shownHost, lastHeard: clock.now)
        new.reading = Task { await self.read(request, key, number: id) }
        state.streams[key] = new
      }
      state.streams[key]?.listeners[id] = listener
      if state.streams[key]?.isOpen == true { listener.yield(.opened) }
      return (id, ended)
    }
    ended.forEach { SharedStreams.end($0) }
    return id
  }

  private func leave(_ key: Key, _ id: Int) {
    state.withLock { $0.streams[key]?.listeners[id] = nil }
  }

  private func read(_ request: Request, _ key: Key, number: Int) async {
    var failure: (any Error)?
    do {
      for try await part in transport.stream(request) { hear(part, key, number) }
    } catch {
      failure = error
    }
    let ended = state.withLock { state -> Shared? in
      guard state.streams[key]?.number == number else { return nil }
      return state.streams.removeValue(forKey: key)
    }
    if let ended { SharedStreams.end(ended, failure) }
  }

  private func hear(_ part: StreamPart, _ key: Key, _ number: Int) {
    let drowned = state.withLock { state -> [(Continuation, String)] in
      guard var shared = state.streams[key], shared.number == number else { return [] }
      shared.lastHeard = clock.now
      if case .opened = part { shared.isOpen = true }
      var drowned: [(Continuation, String)] = []
      for (id, listener) in shared.listeners {
        guard case .dropped = listener.yield(part) else { continue }
        drowned.append((listener, shared.host))
        shared.listeners[id] = nil
      }
      state.streams[key] = shared
      return drowned
    }
    for (listener, host) in drowned {
      listener.finish(
        throwing: WireError.streamOverflow(host: host, limit: Transport.streamBufferLimit))
    }
  }

  /// Those that nobody hears and that are too many, taken out: the ones opened first.
  private static func surplus(_ state: inout State) -> [Shared] {
    let unheard = state.streams.filter { $0.value.listeners.isEmpty }
      .sorted { $0.value.number < $1.value.number }
    return unheard.prefix(max(0, unheard.count - mostUnheard)).compactMap {
      state.streams.removeValue(forKey: $0.key)
    }
  }

  /// Outside the lock, as a listener that ends leaves.
  private static func end(_ shared: Shared, _ failure: (any Error)? = nil) {
    shared.reading?.cancel()
    for listener in shared.listeners.values {
      if let failure { listener.finish(throwing: failure) } else { listener.finish() }
    }
  }
}
