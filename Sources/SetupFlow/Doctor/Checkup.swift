import Capabilities
import Core
import Guide
import Reports
import Storage
import Terminal
import Walkthrough

/// Every check of a setup once more. What held and no longer does has drifted; that is an event.
package struct Checkup {
  /// What one check found.
  package typealias Finding = CheckupFinding

  let setup: OpenSetup
  let capabilities: SetupCapabilities
  /// A trip turns the switch and costs messages, so it is left to `test` unless it is asked for.
  /// What a person did by hand is past.
  private let leavingOut = CapabilityTable.glances
    .union([CapabilityTable.roundTrip.id, "particle.function-answers"])

  /// Whether others use the terminal at the same time.
  var isQuiet = false

  /// Every check that can be asked of the setup, but for those that change something.
  package init(setup: OpenSetup, capabilities: SetupCapabilities) {
    self.setup = setup
    self.capabilities = capabilities
  }

  init(session: WalkSession) { self.init(setup: session.setup, capabilities: session.capabilities) }

  /// Looks at every step that was proven, and at the one that the walk is stuck at.
  /// - Parameter hear: told of each finding as it comes, and of those before it.
  func findings(hear: (Finding, [Finding]) -> Void) async throws -> [Finding] {
    var findings: [Finding] = []
    for step in setup.walk.route(for: setup.state) {
      let standing = setup.state.standings[step.name]
      guard let check = step.check, !leavingOut.contains(check),
        standing?.wasSeen == true || isStuck(at: step)
      else { continue }
      let seen = try await look(check, of: step)
      let finding = Finding(
        step: step, standing: standing, result: seen.map(\.evidence),
        warning: (try? seen.get())?.warning,
        tokenEnds: (try? seen.get())?.facts[ParticleChecks.tokenEnds])
      hear(finding, findings)
      findings.append(finding)
    }
    return findings
  }

  /// The same, written down.
  /// - Returns: the findings.
  package func look(hear: (Finding, [Finding]) -> Void = { _, _ in }) async throws -> [Finding] {
    let findings = try await findings(hear: hear)
    try record(findings)
    return findings
  }

  /// The verdict when nothing has drifted.
  package static func allHolds(_ findings: [Finding]) -> Phrase {
    "\(Wording.count(findings.count, "check")), and all of it holds. What no cloud shows, such as "
      + "Blynk's webhook, only a round trip proves."
  }

  /// Why a check could not be asked: then nobody knows whether all of it holds.
  static func unasked(in findings: [Finding]) -> Problem? {
    findings.compactMap(\.problem).first { $0.outcome != .finding }
  }

  private func isStuck(at step: Step) -> Bool {
    if case .stuck = setup.state.phase { setup.state.step == step.name } else { false }
  }

  /// Writes down what drifted, and what holds again.
  func record(_ findings: [Finding]) throws {
    for finding in findings {
      if let ends = finding.tokenEnds, setup.answer(to: ParticleChecks.tokenEnds) != ends {
        try setup.learn(ends, for: ParticleChecks.tokenEnds)
      }
      switch (finding.result, finding.standing) {
      case (.failure(let problem), .proven?) where problem.outcome == .finding:
        try setup.record(.drifted(step: finding.step.name, code: problem.code))
      case (.success(let evidence), .drifted?):
        try setup.record(.checkHeld(step: finding.step.name, evidence: evidence))
      default: continue
      }
    }
  }

  /// In the wizard: look at everything, write it down, say it.
  ///
  /// - Returns: whether all of it could be asked.
  @discardableResult
  func run(on terminal: TerminalOutput) async throws -> Bool {
    let findings = try await look {
      Checkup.say($0, after: $1, on: terminal, in: .wizard)
    }
    if findings.isEmpty {
      terminal.say("Nothing is proven yet, so there is nothing to check.")
    } else if findings.allSatisfy(\.holds) {
      terminal.say(Checkup.allHolds(findings), .good)
    }
    return Checkup.unasked(in: findings) == nil
  }

  /// One line, and the page of a problem where it is met first: a cloud that cannot be reached
  /// fails every check in the same way.
  package static func say(
    _ finding: Finding, after earlier: [Finding], on terminal: TerminalOutput,
    in reader: Problem.Reader = .shell
  ) {
    switch finding.result {
    case .success(let evidence):
      terminal.say("✓ \(finding.step.title): \(evidence)", .good)
      if let warning = finding.warning { terminal.say("! \(warning)", .warning) }
    case .failure(let problem):
      terminal.say("✗ \(finding.step.title): \(problem.title)", .bad)
      let told = earlier.contains { $0.problem.map { $0.title == problem.title } ?? false }
      if !told { terminal.show(problem.ending(in: reader)) }
    }
  }

  private func look(
    _ check: String, of step: Step
  ) async throws -> Result<Observation, Problem> {
    do {
      let seen =
        isQuiet
        ? try await capabilities.check(check, of: setup)
        : try await capabilities.terminal.progress("Checking: \(step.title)") { _ in
          try await capabilities.check(check, of: setup)
        }
      // A look keeps nothing, so an account that lives elsewhere is a finding here, and no news.
      if case .plain(let region)? = seen.facts["blynk.server"],
        region != capabilities.bindings(of: setup).blynkURL
      {
        return .failure(BlynkChecks.moved(to: region))
      }
      return .success(seen)
    } catch let error as any Explained
      where error.problem.outcome != .interrupted && !(error is LogbookError)
    {
      return .failure(error.problem)
    }
  }
}
