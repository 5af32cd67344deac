/// How long it is since the start, by the clock it was given.
struct Stopwatch: Sendable {
  private let read: @Sendable () -> Duration

  /// Starts now.
  init(_ clock: any Clock<Duration>) { self = Stopwatch.started(clock) }

  private init(read: @escaping @Sendable () -> Duration) { self.read = read }

  var elapsed: Duration { read() }

  private static func started(_ clock: some Clock<Duration>) -> Stopwatch {
    let start = clock.now
    return Stopwatch { start.duration(to: clock.now) }
  }
}
