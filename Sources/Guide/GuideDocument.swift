/// A guide: sections in the order in which a person walks them.
package struct GuideDocument: Sendable, Equatable {
  /// A short name for programs, such as `particle-blynk`.
  package var id: String
  /// What a person calls it, from the front matter.
  package var title: String
  /// What stands before the first section (Markdown, names unfilled); may be empty.
  package var intro: String
  /// Of both paths, in the order of their files.
  package var sections: [Section]

  /// A guide of these sections, without an intro unless one is given.
  package init(id: String, title: String, intro: String = "", sections: [Section]) {
    self.id = id
    self.title = title
    self.intro = intro
    self.sections = sections
  }

  /// The sections of one path: its own, and those that both paths share.
  package func sections(on path: GuidePath) -> [Section] {
    sections.filter { $0.path == nil || $0.path == path }
  }

  /// The steps of one path, in order.
  package func steps(on path: GuidePath) -> [Step] {
    sections(on: path).flatMap(\.steps)
  }

  /// The section with this id.
  package func section(_ id: String) -> Section? {
    sections.first { $0.id == id }
  }

  /// The step with this name; nil when the guide no longer has it.
  package func step(_ name: StepName) -> Step? {
    section(name.section)?.steps.first { $0.name == name }
  }

  /// Every question of the guide, in order; one that both paths ask appears once.
  package var questions: [Question] {
    var seen: Set<String> = []
    return sections.flatMap(\.steps).compactMap(\.ask).filter { seen.insert($0.name).inserted }
  }

  /// The question with this name, such as `blynk.server`.
  package func question(_ name: String) -> Question? {
    questions.first { $0.name == name }
  }
}
