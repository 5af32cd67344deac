import Core

/// What a round trip found: the object of `test --json`, as a value.
package struct TripReport: Sendable, Equatable, Codable {
  /// The setup's name.
  package var setup: String
  /// ISO 8601 in UTC, by this machine's clock.
  package var started: String
  /// Whether the value came back; `inconclusive` when nobody could tell.
  package var verdict: Verdict
  /// What the switch was set to; nil when nothing was written.
  package var sent: Int?
  /// What the echo stood at when it was last read.
  package var returned: Int?
  /// From the write to the reading that proves it, in milliseconds.
  package var totalMs: Double?
  /// All five, in order.
  package var legs: [LegReport]
  /// The first leg that failed; nil when none did.
  package var failedLeg: Leg?
  /// Why it failed, or why nobody could tell; nil for a trip that passed or was called off.
  package var cause: Cause?
  /// Finer causes that fit the evidence as well, likeliest first.
  package var candidates: [Cause] = []
  /// The guide's section that mends it.
  package var section: String?
  /// The way to mend it, in a sentence.
  package var fix: Phrase?
  /// What does not fail the trip but should be known; each begins with its code and a colon.
  package var warnings: [Phrase] = []
  /// Ours and what the clouds did for it, as far as it was seen.
  package var cost = TripCost()
  /// How many calls of Blynk's webhook the trip may have caused; not part of the JSON. Two as a
  /// rule, four when the device was out of step.
  package var webhookCalls = 0
  /// Whether it was called off; not part of the JSON.
  package var interrupted = false
  /// How the switch stands now; not part of the JSON.
  package var switchState = SwitchState.untouched

  enum CodingKeys: String, CodingKey {
    case setup, started, verdict, sent, returned, legs, cause, candidates, section, fix, warnings
    case cost
    case totalMs = "total_ms"
    case failedLeg = "failed_leg"
  }
}

/// How the switch stands after a trip.
package enum SwitchState: Sendable, Equatable {
  /// It was not written.
  case untouched
  /// It was written as it was found.
  case putBack(Int64)
  /// It may stand otherwise than it was found.
  case astray(from: Int64)
}
