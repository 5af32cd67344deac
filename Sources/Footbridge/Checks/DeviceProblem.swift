import Ground

/// What a look at the device can find wrong.
enum DeviceProblem: Explained {
  case offline(String)
  case noFunction(String, listed: [String])
  case refused(String, String, Int32)
  case kindUnknown

  var problem: Problem {
    switch self {
    case .offline(let name):
      Problem(
        code: "device-offline", title: "The device does not answer",
        attempt: "I asked Particle to ping it:", evidence: ["\(name): online false"],
        causes: "Has it power, and does its status LED breathe cyan? On cellular it may take a "
          + "minute after power-on.",
        next: "Bring it online, then check again.", outcome: .finding)
    case .noFunction(let function, let listed):
      Problem(
        code: "function-missing", title: "The device has no function \(function)",
        attempt: "Blynk's webhook calls that function, so the sketch must offer it:",
        evidence: [
          listed.isEmpty ? "it offers none" : "it offers \(listed.joined(separator: ", "))"
        ],
        causes: "The sketch of this setup is not on the device yet, or another one is.",
        next: "Flash it: `footbridge firmware --flash`, or `:do` in the firmware section.",
        outcome: .finding)
    case .kindUnknown:
      Problem(
        code: "device-kind-unknown", title: "I do not know the device's kind",
        attempt: "A sketch is compiled for one kind of device:",
        evidence: ["Particle names none for this one"],
        next: "Say which it is: `footbridge setup` asks for it in section prepare.",
        outcome: .finding)
    case .refused(let function, let argument, let returned):
      Problem(
        code: "function-refused", title: "The function answered otherwise",
        attempt: "I called \(function) with `\(argument)`:", evidence: ["return value \(returned)"],
        causes: "Another sketch with a function of that name is on the device.",
        next: "Flash the sketch of this setup, then check again.", outcome: .finding)
    }
  }
}
