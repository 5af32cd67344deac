import Ground
import Wire

/// What Footbridge can look at and do, by the names the guide uses.
struct Works {
  /// What a check saw, and what it learned by the way.
  struct Observation {
    let evidence: String
    /// Question name to value, such as the device's name.
    var facts: [String: String] = [:]
  }

  typealias Check = @Sendable (Clouds) async throws -> Observation
  typealias Act = @Sendable (Clouds) async throws -> Deed

  let surroundings: Surroundings
  /// The practice clouds' admin port, when the setup is walked on them.
  let console: PracticeConsole?

  static let checks: [String: Check] = ParticleChecks.all
    .merging(BlynkChecks.all) { first, _ in first }
    .merging(RoundTripCheck.all) { first, _ in first }

  static let acts: [String: Act] = ParticleActs.all
    .merging(BlynkActs.all) { first, _ in first }

  func check(_ name: String, of setup: OpenSetup) async throws -> Observation {
    guard let check = Works.checks[name] else { throw Works.unknown("check", name) }
    return try await check(clouds(of: setup))
  }

  /// The answers that a cloud can list for a question; none when it cannot be asked, as a person
  /// may know the answer all the same.
  func choices(for question: String, of setup: OpenSetup) async -> [Choices.Choice] {
    guard let source = Choices.all[question] else { return [] }
    return (try? await source(clouds(of: setup))) ?? []
  }

  func perform(_ name: String, for setup: OpenSetup) async throws -> Deed {
    guard let act = Works.acts[name] else { throw Works.unknown("act", name) }
    return try await act(clouds(of: setup))
  }

  /// Blynk's console work can be done by a program on practice clouds only; on the real cloud the
  /// person does it. (Blynk's Platform API is for paying plans; blynk-cloud §11.)
  func canPerform(_ act: String) -> Bool {
    Works.acts[act] != nil && (console != nil || !BlynkActs.all.keys.contains(act))
  }

  func bindings(of setup: OpenSetup) -> Bindings {
    Bindings(
      setup, particleURL: surroundings.particleURL, blynkURL: surroundings.blynkURL)
  }

  func clouds(of setup: OpenSetup) -> Clouds {
    Clouds(
      setup: setup.name, bindings: bindings(of: setup), console: console,
      surroundings: surroundings, scrubber: setup.scrubber, book: setup.book)
  }

  private static func unknown(_ kind: String, _ name: String) -> Problem {
    Problem(
      code: "guide-unknown-\(kind)", title: "The guide names a \(kind) I do not have",
      attempt: "A step of the guide asks for it:", evidence: [name],
      next: "Use the guide that came with this version, without `--guides`.", outcome: .badData)
  }
}
