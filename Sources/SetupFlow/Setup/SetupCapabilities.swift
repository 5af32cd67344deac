import Capabilities
import Core
import Terminal
import Trips

/// What Footbridge can look at and do for a setup, by the names the guide uses.
package struct SetupCapabilities {
  let requestContext: RequestContext
  let terminal: TerminalOutput
  /// The practice clouds' admin port, when the setup is walked on them.
  var console: PracticeConsole?

  func check(_ name: String, of setup: OpenSetup) async throws -> Observation {
    guard let check = CapabilityTable.check(name)?.check else {
      throw SetupCapabilities.unknown("check", name)
    }
    let clouds = clouds(of: setup)
    return try await Signals.interruptible(saying: InterruptedError().problem) {
      try await check(clouds)
    }
  }

  /// The answers that a cloud can list for a question; none when it cannot be asked, as a person
  /// may know the answer all the same.
  func choices(for question: String, of setup: OpenSetup) async -> [Choice] {
    guard let listing = CapabilityTable.choices(for: question) else { return [] }
    let clouds = clouds(of: setup)
    return await quick("Looking for what you could answer") { try await listing(clouds) } ?? []
  }

  /// What is seen of a step that a person has done by hand, where a glance may show it.
  func glance(_ check: String?, of setup: OpenSetup) async -> Observation? {
    guard let glance = check.flatMap(CapabilityTable.check), glance.isGlance,
      let look = glance.check
    else { return nil }
    let clouds = clouds(of: setup)
    return await quick("Looking whether it can be seen") { try await look(clouds) }
  }

  /// A look that is no more than a help: Ctrl-C goes on without it; any other end is one.
  private func quick<Value: Sendable>(
    _ words: Phrase, _ look: @escaping @Sendable () async throws -> Value
  ) async -> Value? {
    await terminal.progress(words) { _ in
      try? await Signals.interruptible(by: Signals.interrupt, look)
    }
  }

  func perform(_ name: String, for setup: OpenSetup) async throws -> ActionResult {
    guard case .act(let act, _)? = CapabilityTable.act(name)?.work else {
      throw SetupCapabilities.unknown("act", name)
    }
    let clouds = clouds(of: setup)
    return try await Signals.interruptible(saying: InterruptedError().problem) {
      try await act(clouds)
    }
  }

  /// What an act would do, to be said before it is done; nothing when the cloud cannot be asked, as
  /// the act itself will say so.
  func offer(_ act: String, to setup: OpenSetup) async -> ActionPreview? {
    guard case .act(_, let preview?)? = CapabilityTable.act(act)?.work else { return nil }
    let clouds = clouds(of: setup)
    return await quick("Looking what is there") { try await preview(clouds) } ?? nil
  }

  func canPerform(_ act: String, for setup: OpenSetup) -> Bool {
    CapabilityTable.act(act).map { isWithinReach($0, of: setup) } ?? false
  }

  /// Some things only Blynk's Platform API can see, and some only once a person has done them.
  func canSee(_ check: String, of setup: OpenSetup) -> Bool {
    // What the guide names and nobody knows is told when it is tried.
    guard let check = CapabilityTable.check(check) else { return true }
    return !check.isGlance && isWithinReach(check, of: setup)
  }

  private func isWithinReach(_ capability: Capability, of setup: OpenSetup) -> Bool {
    capability.isWithinReach(
      isPractice: console != nil, hasPlatformClient: bindings(of: setup).hasPlatformClient)
  }

  func bindings(of setup: OpenSetup) -> Bindings {
    Bindings(
      setup, particleURL: requestContext.particleURL, blynkURL: requestContext.blynkURL)
  }

  /// What checks, actions and trips of the setup are given.
  package func clouds(of setup: OpenSetup) -> Clouds {
    let (name, book, bindings) = (setup.name, setup.book, bindings(of: setup))
    let isReplayed = requestContext.isReplayed
    let logged = LoggedClouds(
      setup: name, bindings: bindings, requestContext: requestContext, book: book,
      tokens: TokenVersions(setup))
    return Clouds(
      setup: name, bindings: bindings, console: console, requestContext: requestContext,
      scrubber: setup.scrubber, device: logged.access,
      events: { try book.walk(of: name, inReplay: isReplayed).map(\.event) },
      roundTrip: RoundTripCheck(book: book, terminal: terminal).passes,
      wasFlashed: setup.wasFlashed)
  }

  private static func unknown(_ kind: Phrase, _ name: String) -> Problem {
    Problem(
      code: "guide-unknown-\(kind.english)", title: "The guide names a \(kind) I do not have",
      attempt: "A step of the guide asks for it:", evidence: [Phrase(verbatim: name)],
      next: "Use the guide that came with this version, without `--guides`.", outcome: .badData)
  }
}

extension SetupCapabilities {
  /// Those of a setup on the clouds that the context names; a person does Blynk's console work.
  package init(requestContext: RequestContext, terminal: TerminalOutput) {
    self.init(requestContext: requestContext, terminal: terminal, console: nil)
  }
}
