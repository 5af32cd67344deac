/// Something that Footbridge can look at or do.
package struct Capability: Sendable {
  /// Looks at something; what does not hold is thrown.
  package typealias Check = @Sendable (Clouds) async throws -> Observation
  /// Does something.
  package typealias Act = @Sendable (Clouds) async throws -> ActionResult
  /// What an act would do; nil where the step says it all.
  package typealias Preview = @Sendable (Clouds) async throws -> ActionPreview?
  /// Lists the answers that there are.
  package typealias Listing = @Sendable (Clouds) async throws -> [Choice]

  /// What it looks at or does.
  package enum Work: Sendable {
    case check(Check)
    /// A check of what a person has just done: looked for only when they say so.
    case glance(Check)
    case act(Act, preview: Preview?)
    /// The answers that a cloud can list for a question.
    case choices(Listing)
  }

  /// Who can do it.
  enum Means: Sendable {
    /// Whoever has the setup's tokens.
    case tokens
    /// Who has a client of Blynk's Platform API (blynk:platform-plans).
    case platformClient
    /// A person in Blynk's console; a program only on practice clouds, by their admin port.
    case console
    case consoleOrPlatformClient
  }

  /// The name that a guide's step gives it; of choices the question's.
  package let id: String
  /// What it looks at or does.
  package let work: Work
  let means: Means

  init(_ id: String, _ work: Work, by means: Means = .tokens) {
    self.id = id
    self.work = work
    self.means = means
  }

  /// Whether it can be done with what is at hand.
  ///
  /// - Parameter isPractice: whether the practice clouds' admin port is.
  package func isWithinReach(isPractice: Bool, hasPlatformClient: Bool) -> Bool {
    switch means {
    case .tokens: true
    case .platformClient: hasPlatformClient
    case .console: isPractice
    case .consoleOrPlatformClient: isPractice || hasPlatformClient
    }
  }
}
