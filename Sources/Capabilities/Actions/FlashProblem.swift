import Core

/// Why a flash did not come to its end.
enum FlashProblem: Explained {
  case refused(String)
  case silent

  var problem: Problem {
    switch self {
    case .refused(let words):
      Problem(
        code: "flash-failed", title: "The device did not take the sketch",
        attempt: "I had Particle flash it over the air:",
        evidence: [Phrase(verbatim: Scrubber([]).scrub(words))],
        causes: "On a weak connection the transfer may break off.",
        next: "Move it to better coverage and try again, or flash it by cable.", outcome: .finding)
    case .silent:
      Problem(
        code: "flash-silent", title: "The device has not come back",
        attempt: "I flashed the sketch and waited for the device to be online again:",
        evidence: ["nothing for 180 seconds"],
        causes: "A flash takes a minute or two on cellular. Does the status LED breathe cyan?",
        next: "Wait for cyan, then check again.", outcome: .finding)
    }
  }
}
