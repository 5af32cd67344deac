import DeviceSimulator

/// Another device of the Particle account, which runs the same sketch for a Blynk device of its
/// own: what Blynk's webhook calls by mistake while `webhook-wrong-device` is on.
struct OtherDevice {
  let particle: ParticlePracticeCloud
  let blynk: BlynkPracticeCloud

  /// Its id; nil as long as the device beside it runs no sketch. One that is there is taken as it
  /// is.
  ///
  /// - Parameter own: the device that should be called; nil is the first.
  func id(besides own: String? = nil) async -> String? {
    let account = await particle.account
    let own = own ?? account.deviceID
    guard let files = account.deviceIndex(own).flatMap({ account.devices[$0].files }) else {
      return nil
    }
    if let other = account.devices.first(where: { $0.id != own && $0.files != nil }) {
      return other.id
    }
    let mine = await blynk.account
    // A plan that has room for no more devices has the neighbour report to nobody.
    let device = try? await blynk.activate(named: OtherDevice.name)
    let other = device?.token ?? String(mine.authToken.reversed())
    let tokens = mine.devices.map(\.token).filter { $0 != other }
    return await particle.addDevice(
      named: OtherDevice.name,
      running: files.map { file in
        SketchFile(
          path: file.path, text: tokens.reduce(file.text) { $0.replacing($1, with: other) })
      })
  }

  private static let name = "practice-neighbour"
}
