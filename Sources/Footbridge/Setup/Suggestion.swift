/// An answer that a bare Enter takes, and how it is shown: a secret by where it comes from.
struct Suggestion: Sendable, Equatable {
  let text: String
  let shown: String

  /// Suggestions from the environment's tokens.
  static func from(environment: [String: String]) -> [String: Suggestion] {
    Unattended.variables.compactMapValues { variable in
      environment[variable].flatMap { value in
        value.isEmpty ? nil : Suggestion(text: value, shown: "the one in \(variable)")
      }
    }
  }
}
