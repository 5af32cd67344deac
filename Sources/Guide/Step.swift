/// The smallest thing that is done and checked.
package struct Step: Sendable, Equatable {
  /// How the log and other places refer to it; it outlives a change of order.
  package var name: StepName
  /// The words of its heading.
  package var title: String
  /// What the person reads (Markdown, names unfilled).
  package var body: String
  /// What the person gives here.
  package var ask: Question?
  /// What Footbridge can do itself, after a yes: the name of an act.
  package var act: String?
  /// What proves the step: the name of a check.
  package var check: String?
  /// The question without whose answer there is nothing to do here.
  package var when: String?
  /// The step of an earlier guide that this one was a part of: it counts as done where that was.
  package var formerly: StepName?
  /// A page to read: nothing is asked, and the walk does not stop for it.
  package var isPage: Bool
  /// Told on `hint` or after a failed check (Markdown, names unfilled).
  package var hint: String?
  /// The line of its heading in the section's file, counted from 1.
  package var line: Int
  /// The lines of what stands below the heading: each key of its block, and as `body` the first
  /// of its prose.
  package var lines: [String: Int]

  /// A step that the person confirms, unless something is asked or checked.
  package init(
    name: StepName, title: String, body: String = "", ask: Question? = nil, act: String? = nil,
    check: String? = nil, when: String? = nil, formerly: StepName? = nil, isPage: Bool = false,
    hint: String? = nil, line: Int = 1, lines: [String: Int] = [:]
  ) {
    self.name = name
    self.title = title
    self.body = body
    self.ask = ask
    self.act = act
    self.check = check
    self.when = when
    self.formerly = formerly
    self.isPage = isPage
    self.hint = hint
    self.line = line
    self.lines = lines
  }

  /// Neither asked nor checked: the person confirms it, and it is recorded as said, not seen.
  package var isConfirmed: Bool { ask == nil && check == nil && !isPage }
}
