import Core

/// What was under way was called off before it was through.
struct CalledOff: Explained {
  let problem: Problem

  private init(_ attempt: String, next: String) {
    problem = Problem(
      code: "interrupted", title: "Interrupted", attempt: attempt, next: next,
      outcome: .interrupted)
  }

  static let trip = CalledOff(
    "I was told to end before a trip was through.", next: "`footbridge test` begins anew.")
  static let trips = CalledOff(
    "I was told to end before every setup had its trip.", next: "`footbridge test` begins anew.")
  static let examination = CalledOff(
    "I was told to end before all of it was looked at.", next: "`footbridge doctor` begins anew.")
  static let command = CalledOff(
    "I was told to end before it was done.", next: "Run the same command again.")
}
