import Core

/// The tokens that may stand in the environment.
package enum EnvironmentTokens {
  private static let variables = [
    "PARTICLE_ACCESS_TOKEN": "particle.access_token", "BLYNK_AUTH_TOKEN": "blynk.auth_token",
    "BLYNK_CLIENT_SECRET": "blynk.client_secret",
  ]

  /// They may travel before anybody has typed them.
  package static func all(in environment: [String: String]) -> [Secret] {
    variables.compactMap { variable, name in
      environment[variable].map { Secret($0, name: name) }
    }
  }

  /// The environment without them: for the programs that this one starts.
  package static func removed(from environment: [String: String]) -> [String: String] {
    environment.filter { variables[$0.key] == nil }
  }
}
