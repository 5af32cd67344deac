import Testing

@testable import Guide

@Suite("GuideLint")
struct GuideLintTests {
  func lint(_ guide: GuideDocument) -> [String] {
    GuideLint.findings(in: guide, checks: ["a.holds"], acts: ["a.make"], names: ["given"]).map {
      "\($0.line): \($0.text.english) \($0.cure.english)"
    }
  }

  func lint(_ steps: Step...) -> [String] {
    lint(GuideDocument(id: "g", title: "G", sections: [Section(id: "s", title: "S", steps: steps)]))
  }

  func ask(_ name: String, body: String = "", default: String? = nil, line: Int = 1) -> Step {
    Step(
      name: StepName(section: "s", step: name), title: name, body: body,
      ask: Question(name: name, shape: .pin, prompt: "?", default: `default`), hint: "Look.",
      line: line)
  }

  @Test("a guide without fault has no finding")
  func clean() {
    let later = Step(
      name: "s/x", title: "X", body: "{{one}} {{given}} {{{t}}}", act: "a.make", check: "a.holds",
      hint: "Look.")
    #expect(lint(ask("one"), later) == [])
  }

  @Test("an unknown check or act is named, with the nearest known")
  func unknown() {
    let step = Step(name: "s/x", title: "X", act: "zzz", check: "a.hold", hint: "h", line: 7)
    #expect(
      lint(step) == [
        "7: There is no check `a.hold`. Did you mean `a.holds`?",
        "7: There is no act `zzz`. I know a.make.",
      ])
  }

  @Test("a finding in a file has the line of the key, or of the name in the prose")
  func places() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "10-a.md",
      """
      ---
      id: a
      title: A
      ---

      ## One

      ```step
      check: a.hold
      do: zzz
      when: nobody
      hint: h
      ```

      Prose of a line,
      and {{gven}} in the next.
      """)
    let found = GuideLint.findings(
      inDirectory: folder.path, checks: ["a.holds"], acts: ["a.make"], names: ["given"])
    #expect(
      found.map { "\($0.line): \($0.text.english)" } == [
        "9: There is no check `a.hold`.", "10: There is no act `zzz`.",
        "11: `when` names `nobody`, which nothing asks.", "16: There is no name `{{gven}}`.",
      ])
  }

  @Test("a step for some only stands behind the question it is for")
  func when() {
    let lone = Step(name: "s/x", title: "X", when: "one", line: 4)
    #expect(lint(ask("one"), lone) == [])
    #expect(
      lint(lone, ask("one")) == [
        "4: `when: one` stands before `one` is asked. Move the step behind the one that asks it."
      ])
    #expect(
      lint(lone) == ["4: `when` names `one`, which nothing asks. Name a question of the guide."])
  }

  @Test("a question or a check without a hint is named")
  func hint() {
    let empty = Step(name: "s/x", title: "X", check: "a.holds", hint: "  ", line: 3)
    #expect(lint(empty) == ["3: `s/x` has no hint. Add `hint: …`: what to try when it fails."])
    #expect(lint(Step(name: "s/x", title: "X")) == [])
  }

  @Test("a name that nobody gives is named, wherever it stands")
  func names() {
    let near = "1: There is no name `{{gven}}`. Did you mean `{{given}}`?"
    #expect(lint(Step(name: "s/x", title: "{{gven}}")) == [near])
    #expect(lint(Step(name: "s/x", title: "X", hint: "{{gven}}")) == [near])
    #expect(lint(ask("one", default: "{{gven}}")) == [near])
    let section = Section(id: "s", title: "S", intro: "{{gven}}", steps: [ask("one")])
    #expect(lint(GuideDocument(id: "g", title: "G", sections: [section])) == [near])
  }

  @Test("a name used before it is asked is named; its own hint may use it")
  func early() {
    let before = Step(name: "s/x", title: "X", body: "{{one}}", line: 4)
    #expect(
      lint(before, ask("one")).map { $0.prefix(42) } == [
        "4: `{{one}}` is used before it is asked. A"
      ])
    #expect(lint(ask("one", body: "{{one}}")).count == 1)
    var own = ask("one")
    own.hint = "You said {{one}}."
    #expect(lint(own) == [])
  }

  @Test("a name that only the other path asks is used too early")
  func paths() {
    let sections = [
      Section(id: "b", title: "B", path: .blueprint, steps: [ask("one")]),
      Section(id: "m", title: "M", path: .manual, steps: [ask("two")]),
      Section(
        id: "z", title: "Z", steps: [Step(name: "z/x", title: "X", body: "{{one}}", line: 9)]),
    ]
    let found = lint(GuideDocument(id: "g", title: "G", sections: sections))
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("9: `{{one}}` is used before it is asked."))
  }

  @Test("a question asked twice on one path is named; once on each is right")
  func twice() {
    #expect(lint(ask("one"), ask("one", line: 5)).count { $0.contains("asked twice") } == 2)
    let sections = [
      Section(id: "b", title: "B", path: .blueprint, steps: [ask("one")]),
      Section(id: "m", title: "M", path: .manual, steps: [ask("one")]),
    ]
    #expect(lint(GuideDocument(id: "g", title: "G", sections: sections)) == [])
  }

  @Test("a default that does not fit its shape is named")
  func preset() {
    #expect(
      lint(ask("one", default: "V999"))
        == ["1: The default of `one` does not fit its shape. I know pins V0 to V255."])
    #expect(lint(ask("one", default: "v16")) == [])
  }

  @Test("needs are known, earlier, and go in no circle")
  func needs() {
    func guide(_ a: [String], _ b: [String]) -> GuideDocument {
      let steps = [Step(name: "a/x", title: "X")]
      return GuideDocument(
        id: "g", title: "G",
        sections: [
          Section(id: "aa", title: "A", needs: a, steps: steps),
          Section(id: "bb", title: "B", needs: b, steps: steps),
        ])
    }
    #expect(lint(guide([], ["aa"])) == [])
    #expect(
      lint(guide(["ba"], [])) == [
        "1: It needs `ba`, and there is no such section. Did you mean `aa`?"
      ])
    #expect(lint(guide(["bb"], [])) == ["1: It needs `bb`, which comes later. Change their order."])
    #expect(lint(guide(["aa"], [])).count == 1)
    #expect(lint(guide(["bb"], ["aa"])).count == 2)
  }

  @Test("a section without a step is named")
  func empty() {
    let guide = GuideDocument(
      id: "g", title: "G", sections: [Section(id: "s", title: "S", steps: [])])
    #expect(lint(guide) == ["1: The section has no step. Add a `##` heading."])
  }

  @Test("an unfinished name is named")
  func unfinished() {
    #expect(lint(Step(name: "s/x", title: "X", body: "{{one")).count == 1)
  }

  @Test("a folder is read to its end: every file's fault is told, and the rest is looked at")
  func folder() throws {
    let folder = try TemporaryFolder([
      "00-a.md": "no front matter", "01-b.md": "---\nid: b\nname: B\n---\n",
      "02-c.md": "---\nid: c\ntitle: C\n---\n## S\n\n{{nobody}}\n",
    ])
    let found = GuideLint.findings(inDirectory: folder.path, checks: [], acts: [], names: [])
    #expect(
      found.map { $0.description.replacing(folder.path + "/", with: "") } == [
        "00-a.md:1: The file has no front matter. Begin the file with `---`, the keys `id` and "
          + "`title`, and `---`.",
        "01-b.md:3: I do not know the key `name`. Take it out, or see which keys there are.",
        "02-c.md:7: There is no name `{{nobody}}`. Take it out, or write it in triple braces.",
      ])
  }
}
