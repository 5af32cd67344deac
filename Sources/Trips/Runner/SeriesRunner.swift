import Reports
import RoundTrip

/// Makes trips one after the other, each in its time, and tells of each when it is over.
package struct SeriesRunner: Sendable {
  let runner: TripRunner
  let schedule: TripSchedule
  let limits: TripLimits

  /// Trips by that runner, in the times of the schedule.
  package init(runner: TripRunner, schedule: TripSchedule, limits: TripLimits) {
    self.runner = runner
    self.schedule = schedule
    self.limits = limits
  }

  /// Until they are all made, or the task is cancelled: then the trip under way puts the switch
  /// back, and what was made stands. Trips without an end are ended so as they should be; the one
  /// that was cut short is then none of them.
  package func run(_ tell: @escaping @Sendable (SeriesMessages) -> Void) async throws -> TripSeries
  {
    let clock = runner.clouds.requestContext.clock
    var series = TripSeries(setup: runner.clouds.setup, limits: limits)
    var start: ContinuousClock.Instant?
    while !Task.isCancelled, !schedule.isOver(after: series.made) {
      do {
        let since = start.map { $0.duration(to: clock.now) }
        if let rest = schedule.rest(since: since) {
          tell(.resting(rest))
          try await clock.sleep(for: rest)
        }
        start = clock.now
        let report = try await runner.make({ tell(.underWay($0)) }) { limits.marked($0) }
        if schedule.isEndless, report.interrupted, report.verdict != .pass { break }
        series.add(report)
        tell(.made(series))
      } catch is CancellationError {
        break
      }
    }
    // Called off when the last trip had its proof, it is through all the same.
    let isThrough = schedule.isEndless ? series.made > 0 : schedule.isOver(after: series.made)
    if !isThrough { series.isCalledOff = true }
    return series
  }
}
