import Core

/// Holds a translation against the guide that it translates: all of it, in the same order, and the
/// same but for the prose.
struct TranslationLint {
  let original: GuideDocument
  let translation: GuideDocument
  let folder: String

  func findings() -> [GuideFinding] {
    let told = original.sections.flatMap { section in
      translation.section(section.id).map { compare($0, section) } ?? [absent(section)]
    }
    let more = translation.sections.filter { original.section($0.id) == nil }.map { section in
      GuideFinding(
        file: section.file, line: 2, text: "The original has no section `\(section.id)`.",
        cure: "Give it the id of the section that it translates, or take it out.")
    }
    return told + more
  }

  private func absent(_ section: Section) -> GuideFinding {
    let file = section.file.split(separator: "/").last.map(String.init) ?? section.id
    return GuideFinding(
      file: "\(folder)/\(file)", line: 1, text: "The section `\(section.id)` is not translated.",
      cure: "Translate \(section.file).")
  }

  private func compare(_ told: Section, _ section: Section) -> [GuideFinding] {
    let keys = [
      ("path", told.path?.rawValue ?? "both", section.path?.rawValue ?? "both"),
      ("needs", told.needs.joined(separator: ", "), section.needs.joined(separator: ", ")),
    ]
    return keys.compactMap { differing($0, told.file, line: 2) } + steps(told, section)
  }

  private func steps(_ told: Section, _ section: Section) -> [GuideFinding] {
    let names = section.steps.map(\.name)
    let missing = section.steps.filter { step in !told.steps.contains { $0.name == step.name } }
    let extra = told.steps.filter { !names.contains($0.name) }
    let order = names.filter { name in told.steps.contains { $0.name == name } }
    let shared = told.steps.filter { names.contains($0.name) }
    let moved = zip(shared, order).first { $0.name != $1 }.map(\.0)
    return missing.map { step in
      GuideFinding(
        file: told.file, line: 1, text: "The step `\(step.name.step)` is missing here.",
        cure: "Translate it: \(section.file), line \(step.line).")
    }
      + extra.map { step in
        finding(
          told, step, "The original has no step `\(step.name.step)`.",
          "Write the original's id into its block, or take it out.")
      }
      + [moved].compactMap(\.self).map { step in
        finding(
          told, step, "The step `\(step.name.step)` stands elsewhere in the original.",
          "Bring the steps into the original's order.")
      }
      + section.steps.flatMap { step in
        told.steps.first { $0.name == step.name }.map { keys(told, $0, step) } ?? []
      }
  }

  private func keys(_ section: Section, _ told: Step, _ step: Step) -> [GuideFinding] {
    let keys = [
      ("ask", told.ask?.name, step.ask?.name),
      ("shape", told.ask?.shape.words, step.ask?.shape.words),
      ("default", told.ask?.default, step.ask?.default),
      ("optional", yesNo(told), yesNo(step)), ("do", told.act, step.act),
      ("check", told.check, step.check), ("when", told.when, step.when),
      ("formerly", told.formerly?.step, step.formerly?.step),
      ("hint", told.hint.map { _ in "…" }, step.hint.map { _ in "…" }),
      ("called", told.ask?.called.map { _ in "…" }, step.ask?.called.map { _ in "…" }),
    ]
    return keys.compactMap { key, found, wanted in
      differing((key, found, wanted), section.file, line: told.lines[key] ?? told.line)
    }
  }

  private func yesNo(_ step: Step) -> String? { step.ask.map { $0.isOptional ? "yes" : "no" } }

  private func differing(
    _ key: (name: String, found: String?, wanted: String?), _ file: String, line: Int
  ) -> GuideFinding? {
    guard key.found != key.wanted else { return nil }
    return GuideFinding(
      file: file, line: line, text: "`\(key.name)` is not as in the original.",
      cure: key.wanted.map { "Write `\(key.name): \($0)`." } ?? "Take `\(key.name)` out.")
  }

  private func finding(
    _ section: Section, _ step: Step, _ text: Phrase, _ cure: Phrase
  ) -> GuideFinding {
    GuideFinding(file: section.file, line: step.line, text: text, cure: cure)
  }
}
