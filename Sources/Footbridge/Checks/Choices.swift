import Core
import ParticleAPI

/// Answers that a cloud can list, by question.
enum Choices {
  /// One of them: what is answered, and what a person knows it by.
  struct Choice: Sendable, Equatable {
    let text: String
    let note: String
    /// What it is called, where it can be named by that.
    var name: String?
  }

  typealias Source = @Sendable (Clouds) async throws -> [Choice]

  static let all: [String: Source] = ["particle.device_id": devices]

  static let devices: Source = { clouds in
    try await clouds.particle().devices().map { device in
      let name = clouds.scrubber.scrub(device.name ?? "no name")
      let online = device.online == true ? "online" : "offline"
      return Choice(
        text: device.id, note: "\(name), \(DeviceKind.name(device.platformID)), \(online)",
        name: device.name)
    }
  }
}
