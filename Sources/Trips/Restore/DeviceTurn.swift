import Core
import Storage

extension LoggedClouds {
  /// How long somebody else's trip or check is waited for: the longest trip, with its own waits.
  private static let turnLimit = Duration.seconds(300)
  private static let turnPause = Duration.milliseconds(50)

  /// The device for ourselves, for as long as the lock is kept. Another home may have a setup of
  /// it, and two at once would take each other's values for what was there.
  func takeDevice() async throws -> DeviceLock? {
    guard !requestContext.isReplayed, let device = bindings.deviceID else { return nil }
    let name = "\(bindings.particleURL) \(device)"
    if let lock = DeviceLock(device: name) { return lock }
    requestContext.progress.report(
      "Another run of Footbridge is at work with this device. I wait until it is through.")
    let end = requestContext.clock.now + LoggedClouds.turnLimit
    while requestContext.clock.now < end {
      try await requestContext.clock.sleep(for: LoggedClouds.turnPause)
      if let lock = DeviceLock(device: name) { return lock }
    }
    throw Problem(
      code: "device-held", title: "Another run holds the device",
      attempt: "I waited for its end, as two at once would move each other's values:",
      evidence: [Phrase(verbatim: device)],
      next: "End it, or wait for it; then run the same command again.",
      outcome: .busy)
  }
}
