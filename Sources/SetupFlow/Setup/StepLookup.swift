import Guide
import Walkthrough

/// The steps of a setup as a person names them.
struct StepLookup {
  private let steps: [Step]
  private let sections: [Section]

  init(_ setup: OpenSetup) {
    steps = setup.walk.route(for: setup.state)
    sections = setup.walk.sections(for: setup.state)
  }

  /// All names that are taken.
  var names: [String] { steps.flatMap { [$0.name.rawValue, $0.name.step, $0.name.section] } }

  /// The step that somebody means: `11` and `step 11` by its number, `section 4` by a section's,
  /// else by name, whole or in part, with or without the section's.
  func step(meant words: String) -> Step? {
    var parts = words.lowercased().split { $0 == " " }.map(String.init)
    if parts.count > 1, ["to", "zu", "zum", "nach"].contains(parts[0]) { parts.removeFirst() }
    guard let last = parts.last, parts.count <= 2 else { return nil }
    switch (parts.count == 2 ? parts[0] : nil, Int(last)) {
    case ("section"?, let number?), ("abschnitt"?, let number?): return first(ofSection: number)
    case (nil, let number?), ("step"?, let number?), ("schritt"?, let number?):
      return steps.indices.contains(number - 1) ? steps[number - 1] : nil
    case ("section"?, nil), ("abschnitt"?, nil), ("step"?, nil), ("schritt"?, nil), (nil, nil):
      return named(last)
    default: return nil
    }
  }

  /// The number that the guide's text has for a step's section.
  func number(ofSection id: String) -> Int? { sections.first { $0.id == id }?.number }

  private func first(ofSection number: Int) -> Step? {
    sections.first { $0.number == number }.flatMap { section in
      steps.first { $0.name.section == section.id }
    }
  }

  private func named(_ name: String) -> Step? {
    steps.first { $0.name.rawValue == name || $0.name.step == name }
      ?? steps.first { $0.name.section == name }
      ?? steps.first { $0.name.section.contains(name) }
      ?? steps.first { $0.name.step.contains(name) }
  }
}
