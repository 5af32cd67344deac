import Core
import TestSupport
import Testing

@testable import Guide

@Suite("MarkdownReader")
struct MarkdownReaderTests {
  @Test("paragraphs, emphasis, code, links and breaks are read")
  func inlines() {
    let prose = MarkdownReader.read("A *b* **c** `d` [e](f) <https://g.h>\ni  \nj")
    #expect(
      prose.blocks == [
        .paragraph([
          .text("A "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]), .text(" "),
          .code("d"), .text(" "), .link([.text("e")], url: "f"), .text(" "),
          .link([.text("https://g.h")], url: "https://g.h"), .softBreak, .text("i"), .lineBreak,
          .text("j"),
        ])
      ])
  }

  @Test("headings, rules and quotes are read")
  func blocks() {
    #expect(
      MarkdownReader.read("### T\n\n---\n\n> q").blocks == [
        .heading(level: 3, [.text("T")]), .rule, .quote([.paragraph([.text("q")])]),
      ])
  }

  @Test("code keeps its text and its language")
  func code() {
    #expect(
      MarkdownReader.read("```json more\n{ }\n```\n\n    indented").blocks == [
        .code(language: "json", text: "{ }\n"), .code(language: nil, text: "indented\n"),
      ])
  }

  @Test("lists are read, with their first number, nested")
  func lists() {
    #expect(
      MarkdownReader.read("3. a\n4. b\n   - c").blocks == [
        .list(
          start: 3,
          items: [
            [.paragraph([.text("a")])],
            [.paragraph([.text("b")]), .list(start: nil, items: [[.paragraph([.text("c")])]])],
          ])
      ])
  }

  @Test("a task list shows its boxes")
  func tasks() {
    #expect(
      MarkdownReader.read("- [ ] a\n- [x] b").blocks == [
        .list(start: nil, items: [[.paragraph([.text("[ ] a")])], [.paragraph([.text("[x] b")])]])
      ])
  }

  @Test("a table is read, cells with markup, empty cells, short rows")
  func table() {
    #expect(
      MarkdownReader.read("| a | b |\n| - | :-: |\n| `c` | |\n| d |").blocks == [
        .table(
          header: [[.text("a")], [.text("b")]],
          rows: [[[.code("c")], []], [[.text("d")], []]])
      ])
  }

  @Test("names with underscores stay in one piece")
  func names() {
    #expect(
      MarkdownReader.read("_x_ {{a_b.c_d}} and {{e_f}}").blocks == [
        .paragraph([.emphasis([.text("x")]), .text(" {{a_b.c_d}} and {{e_f}}")])
      ])
  }

  @Test("a comment goes, other HTML stays text, an image becomes a link")
  func html() {
    #expect(MarkdownReader.read("<!-- c -->").blocks == [])
    #expect(MarkdownReader.read("<div>x</div>").blocks == [.paragraph([.text("<div>x</div>")])])
    #expect(MarkdownReader.read("![i](u)").blocks == [.paragraph([.link([.text("i")], url: "u")])])
  }

  @Test("deep nesting ends at the limit, and nothing falls over")
  func deep() {
    let quotes = MarkdownReader.read(String(repeating: "> ", count: 5000) + "x")
    #expect(quotes.blocks.count == 1)
    let stars = MarkdownReader.read(String(repeating: "*a ", count: 2000))
    #expect(stars.blocks.count == 1)
    #expect(MarkdownReader.read("").blocks == [])
  }

  @Test("any text is read")
  func anything() {
    var chance = Seeded(seed: 21)
    for _ in 0..<500 {
      let text = chance.text(200, of: Letters.wild + "\n\n\n```|--- #>-*1.")
      _ = MarkdownReader.read(text)
      _ = try? GuideDocument.fill(text)
    }
    #expect(MarkdownReader.read("still here").blocks == [.paragraph([.text("still here")])])
  }
}
