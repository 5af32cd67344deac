import Foundation
import Testing

@testable import Guide

@Suite("Guides in other languages")
struct GuideTranslationTests {
  static let original = """
    ---
    id: a
    title: A section
    ---
    # A section

    An intro.

    ## Look

    ```step
    id: look
    ask: my.label
    shape: text 1..20
    called: label
    prompt: "What does it say?"
    check: it.holds
    hint: "On the back."
    ```

    It is red.

    ## Rest

    ```step
    id: rest
    ```
    """

  static let german =
    original
    .replacing("A section", with: "Ein Abschnitt").replacing("An intro.", with: "Ein Vorwort.")
    .replacing("## Look", with: "## Sieh hin").replacing("## Rest", with: "## Ruh aus")
    .replacing("What does it say?", with: "Was steht da?")
    .replacing("called: label", with: "called: Schild")
    .replacing("On the back.", with: "Auf der Rückseite.")
    .replacing("It is red.", with: "Es ist rot.")

  private func folder(_ german: String?) throws -> TemporaryFolder {
    var files = ["00-a.md": Self.original]
    files["de/00-a.md"] = german
    return try TemporaryFolder(files)
  }

  private func findings(_ german: String) throws -> [String] {
    let folder = try folder(german)
    return GuideLint.findings(
      inDirectory: folder.path, checks: ["it.holds"], acts: [], names: []
    ).map { $0.description.replacing(folder.path + "/", with: "") }
  }

  @Test("take only the prose of the translation") func applied() throws {
    let folder = try folder(Self.german)
    let plain = try GuideDocument.load(from: folder.path)
    let told = try GuideDocument.load(from: folder.path, language: "de")
    let step = try #require(told.step("a/look"))
    #expect(told.sections[0].title == "Ein Abschnitt" && told.sections[0].intro == "Ein Vorwort.")
    #expect(step.title == "Sieh hin" && step.body == "Es ist rot.")
    #expect(step.hint == "Auf der Rückseite." && step.ask?.called == "Schild")
    #expect(step.ask?.prompt == "Was steht da?" && step.check == "it.holds")
    #expect(told.steps(on: .manual).map(\.name) == plain.steps(on: .manual).map(\.name))
    #expect(try GuideDocument.load(from: folder.path, language: "fr") == plain)
  }

  @Test("fall back to the original where the translation has nothing, or is broken")
  func fallback() throws {
    let half = try folder(Self.german.replacing("id: rest", with: "id: other"))
    let told = try GuideDocument.load(from: half.path, language: "de")
    #expect(told.step("a/rest")?.title == "Rest" && told.step("a/look")?.title == "Sieh hin")
    let broken = try folder("no front matter")
    #expect(
      try GuideDocument.load(from: broken.path, language: "de")
        == GuideDocument.load(from: broken.path))
    #expect(try findings("no front matter").count == 2)
  }

  @Test(
    "are held against their original, with file, line and cure",
    arguments: [
      ("", "", []),
      (
        "check: it.holds\n", "",
        ["de/00-a.md:9: `check` is not as in the original. Write `check: it.holds`."]
      ),
      (
        "text 1..20", "text 1..30",
        ["de/00-a.md:14: `shape` is not as in the original. Write `shape: text 1..20`."]
      ),
      (
        "id: rest", "id: ruh-aus",
        [
          "de/00-a.md:1: The step `rest` is missing here. Translate it: 00-a.md, line 23.",
          "de/00-a.md:23: The original has no step `ruh-aus`. Write the original's id into its "
            + "block, or take it out.",
        ]
      ),
      (
        "id: a\n", "id: b\n",
        [
          "de/00-a.md:1: The section `a` is not translated. Translate 00-a.md.",
          "de/00-a.md:2: The original has no section `b`. Give it the id of the section that it "
            + "translates, or take it out.",
        ]
      ),
    ] as [(String, String, [String])])
  func lint(old: String, new: String, expected: [String]) throws {
    #expect(
      try findings(old.isEmpty ? Self.german : Self.german.replacing(old, with: new)) == expected)
  }
}
