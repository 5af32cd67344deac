import Ground
import Journey
import Particle

/// Takes away in the clouds what Footbridge made there, newest first.
struct Unmaking {
  let clouds: Clouds

  static let integration = "particle.integration"

  /// What a setup's log says was made, newest first.
  static func made(by events: [WalkEvent]) -> [MadeObject] {
    events.reversed().compactMap { event in
      if case .actDone(_, _, let made) = event { made } else { nil }
    }
  }

  /// What it is called in a sentence.
  static func words(_ object: MadeObject) -> String {
    object.kind == integration
      ? "Particle's integration \(object.id)" : "\(object.kind) \(object.id)"
  }

  /// - Returns: what became of it. That it is gone already is no failure.
  func unmake(_ object: MadeObject) async throws -> String {
    guard object.kind == Unmaking.integration else { return "stays: remove it in its console" }
    do {
      try await clouds.particle().deleteIntegration(object.id)
      return "deleted"
    } catch ParticleError.integrationUnknown {
      return "was gone already"
    }
  }
}
