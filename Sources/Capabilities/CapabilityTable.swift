/// What can be looked at and done, by the names that the guide's steps give it.
package enum CapabilityTable {
  static let all: [Capability] =
    ParticleChecks.all + BlynkChecks.all + PlatformChecks.all + ManualStepChecks.all
    + [roundTrip] + ParticleChoices.all + ParticleActions.all + BlynkActions.all

  /// The last proof: a value that made the whole trip.
  package static let roundTrip = Capability(
    "roundtrip.passes", .check { clouds in try await clouds.roundTrip(clouds) })

  /// The names of checks, glances among them.
  package static var checks: Set<String> { Set(all.filter { $0.check != nil }.map(\.id)) }

  /// The names of acts.
  package static var acts: Set<String> { Set(all.filter(\.isAct).map(\.id)) }

  /// The names of the checks that only see what a person has just done.
  package static var glances: Set<String> { Set(all.filter(\.isGlance).map(\.id)) }

  /// A check or a glance.
  package static func check(_ id: String) -> Capability? {
    all.first { $0.id == id && $0.check != nil }
  }

  /// Nil where nothing of that name can be done.
  package static func act(_ id: String) -> Capability? { all.first { $0.id == id && $0.isAct } }

  /// What lists the answers to a question.
  package static func choices(for question: String) -> Capability.Listing? {
    for capability in all where capability.id == question {
      if case .choices(let listing) = capability.work { return listing }
    }
    return nil
  }
}

extension Capability {
  /// What a check or a glance looks at.
  package var check: Check? {
    switch work {
    case .check(let check), .glance(let check): check
    case .act, .choices: nil
    }
  }

  /// Whether it is looked at only when a person says that it is done.
  package var isGlance: Bool { if case .glance = work { true } else { false } }

  fileprivate var isAct: Bool { if case .act = work { true } else { false } }
}
