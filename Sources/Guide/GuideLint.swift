import Core

/// Looks at a whole guide for what would trip a person half-way.
package struct GuideLint {
  private let guide: GuideDocument
  private let checks: Set<String>
  private let acts: Set<String>
  private let names: Set<String>

  /// - Parameters:
  ///   - checks: the names of the checks that there are.
  ///   - acts: the names of the acts that there are.
  ///   - names: the names that the program fills, besides those that the guide asks for.
  package static func findings(
    in guide: GuideDocument, checks: Set<String>, acts: Set<String>, names: Set<String>
  ) -> [GuideFinding] {
    let lint = GuideLint(guide: guide, checks: checks, acts: acts, names: names)
    let found = lint.sections() + lint.steps() + GuidePath.allCases.flatMap(lint.walk)
    var seen: Set<GuideFinding> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// The same for a folder, with everything in it that cannot be read, and with its translations.
  package static func findings(
    inDirectory directory: String, checks: Set<String>, acts: Set<String>, names: Set<String>
  ) -> [GuideFinding] {
    let (guide, unreadable) = read(directory)
    guard let guide else { return unreadable }
    let own = findings(in: guide, checks: checks, acts: acts, names: names)
    return unreadable + own
      + GuideTranslation.all(in: directory).flatMap { translation in
        let (told, faults) = read(translation.folder)
        guard let told else { return faults }
        return faults + findings(in: told, checks: checks, acts: acts, names: names)
          + TranslationLint(original: guide, translation: told, folder: translation.folder)
          .findings()
      }
  }

  private static func read(_ folder: String) -> (guide: GuideDocument?, faults: [GuideFinding]) {
    let (guide, faults) = GuideReader(folder: folder).salvage()
    let findings = faults.map {
      GuideFinding(file: $0.file ?? folder, line: $0.line ?? 1, text: $0.text, cure: $0.cure)
    }
    return (guide, findings)
  }

  private func finding(
    _ section: Section, at step: Step? = nil, _ text: Phrase, _ cure: Phrase,
    line: Int? = nil
  ) -> GuideFinding {
    GuideFinding(file: section.file, line: line ?? step?.line ?? 1, text: text, cure: cure)
  }

  // MARK: sections

  private func sections() -> [GuideFinding] {
    var found: [GuideFinding] = []
    var seen: Set<String> = []
    for section in guide.sections {
      if !seen.insert(section.id).inserted {
        let fault = GuideFault.sectionTwice(section.id)
        found.append(finding(section, fault.text, fault.cure))
      }
      if section.steps.isEmpty {
        found.append(finding(section, "The section has no step.", "Add a `##` heading."))
      }
      found += needs(of: section)
    }
    return found
  }

  private func needs(of section: Section) -> [GuideFinding] {
    let ids = guide.sections.map(\.id)
    return section.needs.compactMap { need in
      guard ids.contains(need) else {
        let near = Wording.nearest(need, among: ids)
        return finding(
          section, "It needs `\(need)`, and there is no such section.",
          near.map { "Did you mean `\($0)`?" } ?? "Take it out.")
      }
      guard !reaches(section.id, from: need) else {
        return finding(
          section, "It needs `\(need)`, which needs `\(section.id)` in turn.",
          "Take one of the two out.")
      }
      guard let own = ids.firstIndex(of: section.id), let other = ids.firstIndex(of: need),
        other > own
      else { return nil }
      return finding(section, "It needs `\(need)`, which comes later.", "Change their order.")
    }
  }

  private func reaches(_ goal: String, from start: String) -> Bool {
    var open = [start]
    var seen: Set<String> = []
    while let id = open.popLast() {
      if id == goal { return true }
      if seen.insert(id).inserted { open += guide.section(id)?.needs ?? [] }
    }
    return false
  }

  // MARK: steps

  private func steps() -> [GuideFinding] {
    guide.sections.flatMap { section in
      section.steps.flatMap { step in
        known(step.check, checks, "check", section, step)
          + known(step.act, acts, "act", section, step) + hint(section, step)
          + preset(section, step)
      }
    }
  }

  private func known(
    _ name: String?, _ all: Set<String>, _ kind: Phrase, _ section: Section, _ step: Step
  ) -> [GuideFinding] {
    guard let name, !all.contains(name) else { return [] }
    let near = Wording.nearest(name, among: all.sorted())
    return [
      finding(
        section, at: step, "There is no \(kind) `\(name)`.",
        near.map { "Did you mean `\($0)`?" } ?? "I know \(Wording.list(all.sorted(), "and")).",
        line: step.lines[kind == "act" ? "do" : "check"])
    ]
  }

  private func hint(_ section: Section, _ step: Step) -> [GuideFinding] {
    let isEmpty = step.hint?.allSatisfy(\.isWhitespace) ?? true
    guard isEmpty, step.ask != nil || step.check != nil else { return [] }
    return [
      finding(
        section, at: step, "`\(step.name)` has no hint.",
        "Add `hint: …`: what to try when it fails.")
    ]
  }

  /// A default that a bare Enter could not give.
  private func preset(_ section: Section, _ step: Step) -> [GuideFinding] {
    guard let ask = step.ask, let text = ask.default, TextTemplate.names(in: text).isEmpty,
      case .failure(let mismatch) = ask.parse(text)
    else { return [] }
    return [
      finding(
        section, at: step, "The default of `\(ask.name)` does not fit its shape.", mismatch.words,
        line: step.lines["default"])
    ]
  }

  // MARK: names, as one path meets them

  private func walk(_ path: GuidePath) -> [GuideFinding] {
    var found: [GuideFinding] = []
    var asked: Set<String> = []
    for section in guide.sections(on: path) {
      found += used([("title", section.title), ("intro", section.intro)], asked, section, nil)
      for step in section.steps {
        let ask = step.ask
        if let when = step.when, !asked.contains(when) { found.append(early(when, section, step)) }
        let passages: [Passage] = [
          ("id", step.title), ("body", step.body), ("prompt", ask?.prompt),
          ("default", ask?.default),
        ]
        found += used(passages, asked, section, step)
        if let ask, !asked.insert(ask.name).inserted {
          found.append(
            finding(
              section, at: step, "`\(ask.name)` is asked twice on the \(path.rawValue) path.",
              "Ask it once.", line: step.lines["ask"]))
        }
        found += used([("hint", step.hint)], asked, section, step)
      }
    }
    return found
  }

  private func early(_ when: String, _ section: Section, _ step: Step) -> GuideFinding {
    let all = guide.questions.map(\.name)
    if all.contains(when) {
      return finding(
        section, at: step, "`when: \(when)` stands before `\(when)` is asked.",
        "Move the step behind the one that asks it.", line: step.lines["when"])
    }
    let near = Wording.nearest(when, among: all)
    return finding(
      section, at: step, "`when` names `\(when)`, which nothing asks.",
      near.map { "Did you mean `\($0)`?" } ?? "Name a question of the guide.",
      line: step.lines["when"])
  }

  /// A text of the guide, and the key or part it stands in.
  private typealias Passage = (part: String, text: String?)

  private func used(
    _ passages: [Passage], _ asked: Set<String>, _ section: Section, _ step: Step?
  ) -> [GuideFinding] {
    passages.flatMap { part, text -> [GuideFinding] in
      guard let text else { return [] }
      if (try? TextTemplate.fill(text, values: [:])) == nil {
        let error = GuideError.unfinishedName(text)
        return [finding(section, at: step, error.text, error.cure, line: step?.lines[part])]
      }
      return TextTemplate.names(in: text).compactMap { name in
        guard !asked.contains(name), !names.contains(name) else { return nil }
        let line = step?.line(of: name, in: part, text)
        return unknown(name, section, step, line: line)
      }
    }
  }

  private func unknown(
    _ name: String, _ section: Section, _ step: Step?, line: Int?
  ) -> GuideFinding {
    let all = names.union(guide.questions.map(\.name))
    if all.contains(name) {
      return finding(
        section, at: step, "`{{\(name)}}` is used before it is asked.",
        "Ask it in an earlier step of the path, or word it without.", line: line)
    }
    let near = Wording.nearest(name, among: all.sorted())
    return finding(
      section, at: step, "There is no name `{{\(name)}}`.",
      near.map { "Did you mean `{{\($0)}}`?" } ?? "Take it out, or write it in triple braces.",
      line: line)
  }
}

extension Step {
  /// The line in which a name stands in a part of the step; nil for a step that was not read from a
  /// file.
  fileprivate func line(of name: String, in part: String, _ text: String) -> Int? {
    guard let start = lines[part] else { return nil }
    guard part == "body", let place = text.firstRange(of: name) else { return start }
    return start + text[..<place.lowerBound].count(where: \.isNewline)
  }
}
