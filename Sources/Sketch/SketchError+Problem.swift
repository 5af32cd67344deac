import Ground

extension SketchError: Explained {
  /// The words for each of the facts.
  package var problem: Problem {
    switch self {
    case .authTokenUnfit(let length):
      Problem(
        code: "sketch-auth-token-unfit", title: "This AuthToken does not fit into the sketch",
        attempt: "I was writing your values into the sketch.",
        evidence: ["the token has \(Wording.count(length, "character"))"],
        causes: "A Blynk AuthToken has 32 letters, digits, dashes and underscores.",
        next: "Copy it once more from Device Info in Blynk, and set blynk.auth_token.",
        outcome: .badData)
    case .noFreeCopy(let limit):
      Problem(
        code: "sketch-no-free-copy", title: "All practice devices are taken",
        attempt: "I was starting a practice device.",
        causes: "One process has room for \(Wording.count(limit, "practice device")) at once.",
        next: "Stop another one first, or start this one in a process of its own.",
        outcome: .couldNotAsk)
    }
  }
}
