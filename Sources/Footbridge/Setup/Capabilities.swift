import Core
import HTTP

/// What Footbridge can look at and do, by the names the guide uses.
struct Capabilities {
  /// What a check saw, and what it learned by the way.
  struct Observation {
    let evidence: String
    /// Question name to answer, such as the device's name.
    var facts: [String: Answer]
    /// What holds and should be known all the same; it begins with a cause's code.
    var warning: String?

    /// On one line, without what looks like a token: a cloud had a hand in it.
    init(evidence: String, facts: [String: Answer] = [:], warning: String? = nil) {
      self.evidence = Scrubber([]).scrubbedLine(evidence)
      self.facts = facts
      self.warning = warning.map(Scrubber([]).scrubbedLine)
    }
  }

  typealias Check = @Sendable (Clouds) async throws -> Observation
  typealias Act = @Sendable (Clouds) async throws -> ActionResult
  /// What an act would do; nil where the step says it all.
  typealias Preview = @Sendable (Clouds) async throws -> ActionPreview?

  let requestContext: RequestContext
  /// The practice clouds' admin port, when the setup is walked on them.
  let console: PracticeConsole?

  static let checks: [String: Check] = ParticleChecks.all
    .merging(BlynkChecks.all) { first, _ in first }
    .merging(PlatformChecks.all) { first, _ in first }
    .merging(ManualStepChecks.all) { first, _ in first }
    .merging(RoundTripCheck.all) { first, _ in first }

  static let acts: [String: Act] = ParticleActions.all
    .merging(BlynkActions.all) { first, _ in first }

  static let previews: [String: Preview] = [
    "particle.firmware.flash": ParticleActionPreviews.flash,
    "particle.integration.create": ParticleActionPreviews.integration,
    "blynk.device.create": PlatformActions.offerDevice,
  ]

  func check(_ name: String, of setup: OpenSetup) async throws -> Observation {
    guard let check = Capabilities.checks[name] else { throw Capabilities.unknown("check", name) }
    let clouds = clouds(of: setup)
    return try await Signals.interruptible(saying: InterruptedError().problem) {
      try await check(clouds)
    }
  }

  /// The answers that a cloud can list for a question; none when it cannot be asked, as a person
  /// may know the answer all the same.
  func choices(for question: String, of setup: OpenSetup) async -> [Choices.Choice] {
    guard let source = Choices.all[question] else { return [] }
    let clouds = clouds(of: setup)
    return await quick("Looking for what you could answer") { try await source(clouds) } ?? []
  }

  /// What is seen of a step that a person has done by hand, where a glance may show it.
  func glance(_ check: String?, of setup: OpenSetup) async -> Observation? {
    guard let check, let glance = ManualStepChecks.all[check] else { return nil }
    let clouds = clouds(of: setup)
    return await quick("Looking whether it can be seen") { try await glance(clouds) }
  }

  /// A look that is no more than a help: Ctrl-C goes on without it; any other end is one.
  private func quick<Value: Sendable>(
    _ words: String, _ look: @escaping @Sendable () async throws -> Value
  ) async -> Value? {
    await requestContext.terminal.progress(words) { _ in
      try? await Signals.interruptible(by: Signals.interrupt, look)
    }
  }

  func perform(_ name: String, for setup: OpenSetup) async throws -> ActionResult {
    guard let act = Capabilities.acts[name] else { throw Capabilities.unknown("act", name) }
    let clouds = clouds(of: setup)
    return try await Signals.interruptible(saying: InterruptedError().problem) {
      try await act(clouds)
    }
  }

  /// What an act would do, to be said before it is done; nothing when the cloud cannot be asked, as
  /// the act itself will say so.
  func offer(_ act: String, to setup: OpenSetup) async -> ActionPreview? {
    guard let preview = Capabilities.previews[act] else { return nil }
    let clouds = clouds(of: setup)
    return await quick("Looking what is there") { try await preview(clouds) } ?? nil
  }

  /// Blynk's console work can be done by a program on practice clouds; on the real cloud only what
  /// its Platform API is documented to make, and for who has a client of it
  /// (blynk:platform-device-made).
  func canPerform(_ act: String, for setup: OpenSetup) -> Bool {
    guard Capabilities.acts[act] != nil else { return false }
    guard BlynkActions.all.keys.contains(act), console == nil else { return true }
    return PlatformActions.all.keys.contains(act) && bindings(of: setup).hasPlatformClient
  }

  /// Some things only Blynk's Platform API can see, and some only once a person has done them.
  func canSee(_ check: String, of setup: OpenSetup) -> Bool {
    if ManualStepChecks.all.keys.contains(check) { return false }
    return !PlatformChecks.all.keys.contains(check) || bindings(of: setup).hasPlatformClient
  }

  func bindings(of setup: OpenSetup) -> Bindings {
    Bindings(
      setup, particleURL: requestContext.particleURL, blynkURL: requestContext.blynkURL)
  }

  func clouds(of setup: OpenSetup) -> Clouds {
    Clouds(
      setup: setup.name, bindings: bindings(of: setup), console: console,
      requestContext: requestContext, scrubber: setup.scrubber, book: setup.book,
      tokens: TokenVersions(setup),
      wasFlashed: setup.wasFlashed)
  }

  private static func unknown(_ kind: String, _ name: String) -> Problem {
    Problem(
      code: "guide-unknown-\(kind)", title: "The guide names a \(kind) I do not have",
      attempt: "A step of the guide asks for it:", evidence: [name],
      next: "Use the guide that came with this version, without `--guides`.", outcome: .badData)
  }
}

extension OpenSetup {
  /// Whether a check has seen the sketch on the device once, whatever it sees now.
  fileprivate var wasFlashed: Bool {
    walk.route(for: state).contains {
      $0.check == "particle.function-listed" && state.standings[$0.name]?.wasSeen == true
    }
  }
}
