/// All that one attempt at a trip knows, part by part. It is filled by asking and listening, and
/// judged elsewhere.
struct TripFacts: Sendable {
  let plan: TripPlan
  /// Why this attempt follows another one; nil for the first.
  let again: RetryReason?

  var before = PinsBefore()
  var write = SwitchWrite()
  var events = EventLog()
  var readings = ReadingLog()
  var device: DeviceAnswers
  var calls = CallAnswers()
  var integration: IntegrationAnswers
  /// Putting the switch back.
  var restoring: QueryResult<Bool> = .notAsked
  /// Called off before its end.
  var isInterrupted = false
  var cost = TripCost()

  init(_ plan: TripPlan, again: RetryReason? = nil) {
    self.plan = plan
    self.again = again
    device = DeviceAnswers(plan)
    integration = IntegrationAnswers(plan.wanted)
  }

  /// Whether this attempt already follows another one.
  var isSecondAttempt: Bool { again != nil }

  /// The waits that are over.
  var spent: Set<TripWait> { readings.spent }

  /// What the events tell, held against what was sent and what stood there before.
  var seen: SeenEvents { SeenEvents(self) }

  /// What the switch, or the device, is put back to: what it was, or off if it never had a value.
  /// A person's turn stays as it is.
  var switchBefore: Int64 {
    let known = before.known
    return switch plan.kind {
    case .whole, .down: known?.switchValue ?? write.other ?? 0
    case .up: known?.echo ?? write.other ?? 0
    case .byHand: write.sent ?? known?.switchValue ?? 0
    }
  }
}
