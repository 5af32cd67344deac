#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that Particle's practice cloud remembers: what a snapshot keeps.
package struct ParticleAccount: Sendable, Equatable, Codable {
  var tokens: [ParticleToken]
  var devices: [ParticleDevice]
  var integrations: [Integration] = []

  /// An account with an access token that never expires, and one claimed device.
  package init(chance: inout PracticeChance, now: Date) {
    tokens = [ParticleToken(text: chance.hex(40))]
    devices = [
      ParticleDevice(
        id: chance.hex(24), name: "practice-boron", lastHandshake: now, lastHeard: now)
    ]
  }

  /// The token the account came with; empty when it was deleted.
  package var accessToken: String { tokens.first?.text ?? "" }

  /// The account's first device.
  package var deviceID: String { devices.first?.id ?? "" }

  /// The place of a device, by id or name.
  func deviceIndex(_ idOrName: String) -> Int? {
    devices.firstIndex { $0.id == idOrName || $0.name == idOrName }
  }
}
