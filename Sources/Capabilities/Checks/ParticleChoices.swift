import Core
import ParticleAPI

/// Answers that the Particle cloud can list.
enum ParticleChoices {
  static let all: [Capability] = [.init("particle.device_id", .choices(devices))]

  static let devices: Capability.Listing = { clouds in
    try await clouds.particle().devices().map { device in
      let name: Phrase =
        device.name.map { Phrase(verbatim: clouds.scrubber.scrub($0)) } ?? "no name"
      let online: Phrase = device.online == true ? "online" : "offline"
      return Choice(
        text: device.id, note: "\(name), \(DeviceKind.name(device.platformID)), \(online)",
        name: device.name)
    }
  }
}
