/// The event streams that are open, and what keeps them open.
struct EventStreams {
  /// What a stream lets through, and the way to its client.
  private struct Stream {
    let filter: EventFilter
    let line: AsyncStream<[UInt8]>.Continuation
  }

  private var streams: [Int: Stream] = [:]
  private var opened = 0
  private var keepAlive: Task<Void, Never>?

  var count: Int { streams.count }
  var isKeptAlive: Bool { keepAlive != nil }

  /// - Returns: the stream's number, under which it can be found until it is closed.
  mutating func open(_ filter: EventFilter, _ line: AsyncStream<[UInt8]>.Continuation) -> Int {
    opened += 1
    streams[opened] = Stream(filter: filter, line: line)
    return opened
  }

  /// Sends an event to every stream that lets it through.
  ///
  /// - Parameter bytes: the event as streams of that kind have it.
  mutating func send(_ event: PublishedEvent, _ bytes: (EventFilter) -> [UInt8]) {
    for (number, stream) in streams where stream.filter.lets(event) {
      if case .dropped = stream.line.yield(bytes(stream.filter)) { cut(number) }
    }
  }

  /// Sends the same bytes to all.
  func send(_ bytes: [UInt8]) {
    for stream in streams.values { stream.line.yield(bytes) }
  }

  /// Ends a stream whose listener does not keep up: it gets what was waiting and sees the end. A
  /// stream that went on would hide the gap.
  private mutating func cut(_ number: Int) {
    streams.removeValue(forKey: number)?.line.finish()
  }

  /// Forgets a stream that has ended; after the last one there is nothing to keep alive.
  mutating func close(_ number: Int) {
    streams[number] = nil
    if streams.isEmpty {
      stopKeepingAlive()
      keepAlive = nil
    }
  }

  mutating func keepAlive(by task: Task<Void, Never>) { keepAlive = task }

  func stopKeepingAlive() { keepAlive?.cancel() }

  /// Ends every stream in good order; each is forgotten when its client has heard of it.
  func finish() {
    for stream in streams.values { stream.line.finish() }
  }
}
