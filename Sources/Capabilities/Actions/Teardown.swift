import BlynkAPI
import Core
import ParticleAPI
import Walkthrough

/// Takes away in the clouds what Footbridge made there, newest first.
package struct Teardown {
  private let clouds: Clouds

  static let integration = "particle.integration"
  static let blynkDevice = "blynk.device"

  /// - Parameter clouds: those in which it was made.
  package init(clouds: Clouds) { self.clouds = clouds }

  /// What a setup's log says was made, newest first.
  package static func made(by events: [WalkEvent]) -> [MadeObject] {
    events.reversed().compactMap { event in
      if case .actDone(_, _, let made) = event { made } else { nil }
    }
  }

  /// What it is called in a sentence.
  package static func words(_ object: MadeObject) -> Phrase {
    switch object.kind {
    case integration: "Particle's integration \(place(object.id))"
    case blynkDevice: "Blynk's device \(object.id)"
    default: "\(object.kind) \(object.id)"
    }
  }

  /// - Returns: what became of it. That it is gone already is no failure.
  package func unmake(_ object: MadeObject) async throws -> Phrase {
    switch object.kind {
    case Teardown.integration: return try await unmakeIntegration(object.id)
    case Teardown.blynkDevice where clouds.bindings.hasPlatformClient:
      return try await unmakeDevice(object.id)
    default: return "stays: remove it in its console"
    }
  }

  /// `5f00`, or `5f00 in product 10000`.
  private static func place(_ record: String) -> Phrase {
    let (scope, id) = IntegrationScope.read(record)
    return scope == .sandbox ? Phrase(verbatim: id) : "\(id) in \(scope.words)"
  }

  private func unmakeIntegration(_ record: String) async throws -> Phrase {
    let (scope, id) = IntegrationScope.read(record)
    do {
      try await clouds.particle().at(scope).deleteIntegration(id)
      return "deleted"
    } catch ParticleError.integrationUnknown {
      return "was gone already"
    }
  }

  private func unmakeDevice(_ id: String) async throws -> Phrase {
    guard let number = Int(id) else { return "stays: remove it in its console" }
    let platform = try await clouds.platform()
    guard try await platform.devices().contains(where: { $0.id == number }) else {
      return "was gone already"
    }
    try await platform.deleteDevice(number)
    return "deleted"
  }
}
