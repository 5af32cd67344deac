import Core
import Testing

@testable import Guide

@Suite("GuideReader")
struct GuideReaderTests {
  static let first = """
    ---
    id: first
    title: "The first"
    ---
    # The first

    An intro.

    ## Give a *name*

    ```step
    id: name
    ask: a.name
    shape: text 1..50
    prompt: "Name:"
    called: name
    default: "{{a.b}}"
    check: a.check
    do: a.act
    hint: "A hint."
    ```

    Text.

    ```sh
    ## not a heading
    ```

    ## Confirm it, then go on

    More.
    """

  static let second = "---\nid: second\ntitle: S\npath: manual\nneeds: [first, other]\n---\n## A\n"

  @Test("a guide is read: sections in order, steps by heading, text as it stands")
  func whole() throws {
    let folder = try TemporaryFolder(["02-b.md": Self.second, "01-a.md": Self.first])
    let guide = try GuideDocument.load(from: folder.path)
    #expect(guide.sections.map(\.id) == ["first", "second"])
    #expect(guide.title == "The first")
    let section = guide.sections[0]
    #expect(section.intro == "An intro.")
    #expect(section.number == 0)
    #expect(section.path == nil)
    #expect(
      section.steps == [
        Step(
          name: "first/name", title: "Give a *name*",
          body: "Text.\n\n```sh\n## not a heading\n```",
          ask: Question(
            name: "a.name", shape: .text(1...50), prompt: "Name:", default: "{{a.b}}",
            called: "name"),
          act: "a.act", check: "a.check", hint: "A hint.", line: 9,
          lines: [
            "id": 12, "ask": 13, "shape": 14, "prompt": 15, "called": 16, "default": 17,
            "check": 18, "do": 19, "hint": 20, "body": 23,
          ]),
        Step(
          name: "first/confirm-it-then-go-on", title: "Confirm it, then go on", body: "More.",
          line: 29, lines: ["body": 31]),
      ])
    #expect(section.steps.map(\.isConfirmed) == [false, true])
    #expect(guide.sections[1].needs == ["first", "other"])
    #expect(guide.sections[1].path == .manual)
    #expect(guide.step("second/a")?.title == "A")
    #expect(guide.step("second/gone") == nil)
  }

  @Test("index.md gives the guide its id, its title and its intro")
  func index() throws {
    let folder = try TemporaryFolder([
      "00-a.md": Self.first, "index.md": "---\nid: g\ntitle: G\n---\n# G\n\nWelcome.\n",
    ])
    let guide = try GuideDocument.load(from: folder.path)
    #expect(guide.id == "g")
    #expect(guide.title == "G")
    #expect(guide.intro == "Welcome.")
  }

  @Test("neighbours on different paths share a number")
  func numbers() throws {
    func file(_ id: String, _ path: String) -> String {
      "---\nid: \(id)\ntitle: T\npath: \(path)\n---\n## S\n"
    }
    let folder = try TemporaryFolder([
      "00-a.md": file("a", "both"), "10-b.md": file("b", "blueprint"),
      "11-c.md": file("c", "manual"), "20-d.md": file("d", "manual"), "30-e.md": file("e", "both"),
    ])
    #expect(try GuideDocument.load(from: folder.path).sections.map(\.number) == [0, 1, 1, 2, 3])
  }

  @Test("Windows line ends are read like others")
  func lineEnds() throws {
    let folder = try TemporaryFolder(["00-a.md": Self.first.replacing("\n", with: "\r\n")])
    let other = try TemporaryFolder(["00-a.md": Self.first])
    let steps = try GuideDocument.load(from: folder.path).sections[0].steps
    #expect(steps == (try GuideDocument.load(from: other.path).sections[0].steps))
  }

  static let faults: [(String, GuideFault, Int)] = [
    ("no front matter", .noFrontMatter, 1),
    ("---\nid: a\ntitle: T\n", .notClosed("front matter"), 1),
    ("---\ntitle: T\n---\n", .keyMissing("id"), 2),
    ("---\nid: a\n---\n", .keyMissing("title"), 2),
    ("---\nid: a\ntitl: T\n---\n", .keyUnknown("titl", nearest: "title"), 3),
    ("---\nid: A b\ntitle: T\n---\n", .notAnID("A b"), 2),
    ("---\nid: a\ntitle: T\npath: left\n---\n", .pathUnknown("left"), 4),
    ("---\nid: a\ntitle: {x: y}\n---\n", .notText(key: "title"), 3),
    ("---\n- a\n---\n", .yaml(reason: "there is no `key: value`"), 2),
    (
      "---\nid: a\ntitle: T\n---\n## S\n```step\nchek: x\n```\n",
      .keyUnknown("chek", nearest: "check"), 7
    ),
    ("---\nid: a\ntitle: T\n---\n## S\n```step\nask: q\nprompt: P\n```\n", .keyMissing("shape"), 7),
    (
      "---\nid: a\ntitle: T\n---\n## S\n```step\nask: q\nshape: pin\n```\n", .keyMissing("prompt"),
      7
    ),
    (
      "---\nid: a\ntitle: T\n---\n## S\n```step\nask: q\nprompt: P\nshape: pine\n```\n",
      .shapeUnknown("pine"), 9
    ),
    ("---\nid: a\ntitle: T\n---\n## S\n```step\nshape: pin\n```\n", .withoutAsk(key: "shape"), 7),
    ("---\nid: a\ntitle: T\n---\n## S\n\ntext\n\n```step\ncheck: x\n```\n", .strayStepBlock, 9),
    ("---\nid: a\ntitle: T\n---\n## S\n```step\n```\n## S\n", .stepTwice("a/s"), 8),
    ("---\nid: a\ntitle: T\n---\n## S\n```\nnever closed\n", .notClosed("fenced block"), 6),
    ("---\nid: a\ntitle: T\n---\n## 世界\n", .notAnID(""), 5),
  ]

  @Test("what is written wrongly is named with its line", arguments: faults)
  func fault(text: String, fault: GuideFault, line: Int) throws {
    let folder = try TemporaryFolder(["00-a.md": text])
    let error = GuideError.fault(fault, file: "\(folder.path)/00-a.md", line: line)
    #expect(throws: error) { try GuideDocument.load(from: folder.path) }
    #expect(!error.text.isEmpty && !error.cure.isEmpty)
    #expect(error.problem.outcome == .badData)
    #expect(error.problem.evidence[0].english.hasPrefix("\(folder.path)/00-a.md:\(line): "))
  }

  @Test("broken YAML is named with its line")
  func yaml() throws {
    let folder = try TemporaryFolder(["00-a.md": "---\nid: a\ntitle: \"T\n---\n"])
    do {
      _ = try GuideDocument.load(from: folder.path)
      Issue.record("it was read")
    } catch {
      #expect(error.file == "\(folder.path)/00-a.md")
      #expect((2...4).contains(error.line ?? 0))
    }
  }

  @Test("an id that occurs in two files is an error")
  func twice() throws {
    let folder = try TemporaryFolder(["00-a.md": Self.second, "01-b.md": Self.second])
    #expect(
      throws: GuideError.fault(.sectionTwice("second"), file: "\(folder.path)/01-b.md", line: 2)
    ) {
      try GuideDocument.load(from: folder.path)
    }
  }

  @Test("a folder that is not there, or holds no section, is named")
  func folders() throws {
    let folder = try TemporaryFolder(["notes.md": "x", "1-a.md": "x"])
    #expect(throws: GuideError.folderEmpty(folder.path)) {
      try GuideDocument.load(from: folder.path)
    }
    #expect(throws: GuideError.folderMissing(looked: ["/no/such"])) {
      try GuideDocument.load(from: "/no/such")
    }
  }

  @Test("a file that is too large, no text, or a folder, is named")
  func files() throws {
    let folder = try TemporaryFolder(["00-a.md": String(repeating: "x", count: (1 << 20) + 1)])
    let file = "\(folder.path)/00-a.md"
    #expect(throws: GuideError.tooLarge(file: file, limitBytes: 1 << 20)) {
      try GuideDocument.load(from: folder.path)
    }
    let other = try TemporaryFolder(["00-a.md/x": ""])
    #expect(throws: GuideError.self) { try GuideDocument.load(from: other.path) }
  }
}
