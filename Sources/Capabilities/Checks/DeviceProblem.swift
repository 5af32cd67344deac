import Core
import ParticleAPI
import RoundTrip

/// What a look at the device can find wrong.
enum DeviceProblem: Explained {
  case offline(String)
  case noFunction(String, listed: [String])
  case refused(String, String, Int32)
  case kindUnknown
  case safeMode(String)
  case starting(String, seconds: Int)

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
        next: "Flash the sketch: `footbridge firmware --flash`.",
        outcome: .finding)
    case .safeMode(let name):
      Problem(
        code: Cause.deviceSafeMode.code, title: Cause.deviceSafeMode.title,
        attempt: "I asked Particle for the device:", evidence: ["\(name): status safe_mode"],
        next: Cause.deviceSafeMode.fix, outcome: .finding)
    case .starting(let name, let seconds):
      Problem(
        code: Cause.deviceStarting.code, title: Cause.deviceStarting.title,
        attempt: "I asked Particle for the device:",
        evidence: ["\(name): online since \(seconds) s, no function yet"],
        next: Cause.deviceStarting.fix, outcome: .finding)
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

  /// What the device says of its sketch, where the function is not among what it offers: it does
  /// not run, or has not come as far yet.
  ///
  /// - Parameter isFlashed: the sketch was on the device once; before, nothing is waited for.
  static func unready(_ device: Device, named name: String, isFlashed: Bool) -> Problem? {
    if device.isInSafeMode { return DeviceProblem.safeMode(name).problem }
    guard isFlashed, device.isStarting, let online = device.sinceHandshake,
      online < Device.startingTime
    else { return nil }
    return DeviceProblem.starting(name, seconds: Int(online.components.seconds)).problem
  }
}
