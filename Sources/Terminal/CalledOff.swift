import Core

/// What was under way was called off before it was through.
package struct CalledOff: Explained {
  /// The page, which ends with exit code 130.
  package let problem: Problem

  private init(_ attempt: Phrase, next: Phrase) {
    problem = Problem(
      code: "interrupted", title: "Interrupted", attempt: attempt, next: next,
      outcome: .interrupted)
  }

  /// One round trip.
  package static let trip = CalledOff(
    "I was told to end before a trip was through.", next: "`footbridge test` begins anew.")
  /// Trips of many setups.
  package static let trips = CalledOff(
    "I was told to end before every setup had its trip.", next: "`footbridge test` begins anew.")
  /// A checkup.
  package static let examination = CalledOff(
    "I was told to end before all of it was looked at.", next: "`footbridge doctor` begins anew.")
  /// Any other command.
  package static let command = CalledOff(
    "I was told to end before it was done.", next: "Run the same command again.")
}
