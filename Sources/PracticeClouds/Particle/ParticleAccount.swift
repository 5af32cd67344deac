#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that Particle's practice cloud remembers: what a snapshot keeps.
package struct ParticleAccount: Sendable, Equatable, Codable {
  var tokens: [ParticleToken]
  var devices: [ParticleDevice]
  var integrations: [StoredIntegration] = []
  var products = [ParticleProduct.practice]
  /// Devices that were removed from the account, and are nobody's.
  var unclaimed: [ParticleDevice] = []
  var secrets: [ParticleSecret] = []
  /// Names and values by scope: empty for the sandbox, else such as `products/31000`.
  var environments: [String: [String: String]] = [:]
  /// 24 hexadecimal digits.
  var userID: String

  /// An account with an access token that never expires, and one claimed device.
  package init(chance: inout PracticeChance, now: Date) {
    tokens = [ParticleToken(text: chance.hex(40))]
    devices = [
      ParticleDevice(
        id: chance.hex(24), name: "practice-boron", lastHandshake: now, lastHeard: now)
    ]
    userID = chance.hex(24)
  }

  /// A snapshot may be of a time when accounts held less.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    tokens = try values.decode([ParticleToken].self, forKey: .tokens)
    devices = try values.decode([ParticleDevice].self, forKey: .devices)
    integrations = try values.decode([StoredIntegration].self, forKey: .integrations)
    products = try values.decodeIfPresent([ParticleProduct].self, forKey: .products) ?? products
    unclaimed = try values.decodeIfPresent([ParticleDevice].self, forKey: .unclaimed) ?? []
    secrets = try values.decodeIfPresent([ParticleSecret].self, forKey: .secrets) ?? []
    environments =
      try values.decodeIfPresent([String: [String: String]].self, forKey: .environments) ?? [:]
    userID = try values.decodeIfPresent(String.self, forKey: .userID) ?? devices.first?.id ?? ""
  }

  /// The token the account came with; empty when it was deleted.
  package var accessToken: String { tokens.first?.text ?? "" }

  /// The account's first device.
  package var deviceID: String { devices.first?.id ?? "" }

  /// The place of a device, by id or name.
  func deviceIndex(_ idOrName: String) -> Int? {
    devices.firstIndex { $0.id == idOrName || $0.name == idOrName }
  }

  /// The product of that number or slug.
  func product(_ idOrSlug: String) -> ParticleProduct? {
    products.first { String($0.id) == idOrSlug || $0.slug == idOrSlug }
  }
}
