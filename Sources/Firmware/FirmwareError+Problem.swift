import Core

extension FirmwareError: Explained {
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
    }
  }
}
