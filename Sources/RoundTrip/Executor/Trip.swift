import BlynkAPI
import Core
import ParticleAPI

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A round trip: the switch is set to its other value in Blynk, the value is followed over its five
/// legs until Blynk shows it again, and the switch is put back.
///
/// A clean trip costs six requests and the stream: read before, write, read after, two looks at
/// Particle's integration, put back. What is only slow is waited for, at two requests more. When
/// something is late, more is asked until the first broken leg has a cause.
package struct Trip: Sendable {
  let plan: TripPlan
  let particle: ParticleCloud
  let blynk: BlynkCloud
  let clock: any Clock<Duration>
  let now: @Sendable () -> Date
  let scrubber: Scrubber
  let ledger: RestoreLedger

  /// - Parameters:
  ///   - clock: for waits and for every time in the report; the clouds' times are never mixed in.
  ///   - now: for `started` only.
  ///   - scrubber: knows the secrets that a cloud might repeat.
  ///   - ledger: where it is written down what has to be put back, before it is changed.
  package init(
    plan: TripPlan, particle: ParticleCloud, blynk: BlynkCloud,
    clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Date,
    scrubber: Scrubber, ledger: RestoreLedger = .none
  ) {
    self.plan = plan
    self.particle = particle
    self.blynk = blynk
    self.clock = clock
    self.now = now
    self.scrubber = scrubber
    self.ledger = ledger
  }

  /// Makes the trip. It always ends in a report; when its task is cancelled, in an inconclusive
  /// one, after the switch was put back.
  package func run(_ progress: @escaping @Sendable (TripProgress) -> Void = { _ in }) async
    -> TripReport
  {
    let started = CloudTime.text(now())
    var facts = await TripExecutor(self, again: nil, tell: progress).run()
    if let again = TripJudge.again(facts), !Task.isCancelled {
      progress(.again)
      let (cost, writes) = (ReportBuilder(facts: facts).cost, facts.write.count)
      facts = await TripExecutor(self, again: again, tell: progress).run()
      facts.cost = facts.cost + cost
      facts.write.count += writes
    }
    return ReportBuilder(facts: facts).report(started: started).scrubbed(scrubber)
  }
}
