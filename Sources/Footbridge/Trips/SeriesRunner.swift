import RoundTrip

/// Makes trips one after the other, each in its time, and tells of each when it is over.
struct SeriesRunner: Sendable {
  let runner: TripRunner
  let schedule: TripSchedule
  let limits: TripLimits

  /// Until they are all made, or SIGINT or SIGTERM comes: then the trip under way puts the switch
  /// back, and what was made stands.
  ///
  /// - Parameter tell: hears of each trip: the series, of which it is the last.
  func run(_ tell: @escaping @Sendable (TripSeries) -> Void) async throws -> TripSeries {
    try await Signals.interruptible { try await make(tell) }
  }

  private func make(_ tell: @Sendable (TripSeries) -> Void) async throws -> TripSeries {
    let clock = runner.clouds.surroundings.clock
    var series = TripSeries(setup: runner.clouds.setup, limits: limits)
    var start: ContinuousClock.Instant?
    while !series.isCalledOff, !schedule.isOver(after: series.trips.count) {
      do {
        let since = start.map { $0.duration(to: clock.now) }
        if let rest = schedule.rest(since: since) { try await clock.sleep(for: rest) }
        start = clock.now
        let report = try await runner.make { limits.marked($0) }
        series.add(report)
        tell(series)
      } catch is CancellationError {
        series.isCalledOff = true
      }
      // Called off when its last leg was proven: a good trip, and the last one.
      if Task.isCancelled, !schedule.isOver(after: series.trips.count) { series.isCalledOff = true }
    }
    return series
  }
}
