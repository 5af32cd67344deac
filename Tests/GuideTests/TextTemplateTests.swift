import Core
import Testing

@testable import Guide

@Suite("Template")
struct TextTemplateTests {
  @Test("a dotted name is looked up whole")
  func dotted() throws {
    #expect(try TextTemplate.fill("a {{ b.c }} d", values: ["b.c": "X"]) == "a X d")
    #expect(
      try TextTemplate.fill(
        "{{b}}/{{b.c}}/{{b.c.d}}", values: ["b": "1", "b.c": "2", "b.c.d": "3"])
        == "1/2/3")
  }

  @Test("a name without a value shows as its name")
  func missing() throws {
    #expect(
      try TextTemplate.fill("to {{particle.device_id}}.", values: [:]) == "to ‹particle.device_id›."
    )
  }

  @Test("triple braces and single braces stand as they are")
  func kept() throws {
    let text = "{\"args\":\"{device_pinValue}\"} {{{t}}}\n{{{v14}}}\n  {{{ x }}} {{a}}"
    let filled = "{\"args\":\"{device_pinValue}\"} {{{t}}}\n{{{v14}}}\n  {{{ x }}} A"
    #expect(try TextTemplate.fill(text, values: ["a": "A", "t": "no"]) == filled)
  }

  @Test("a value is not escaped, and not filled in turn")
  func verbatim() throws {
    let value = "<b>&\"'{{b}}{{{c}}}"
    #expect(try TextTemplate.fill("{{a}}", values: ["a": value, "b": "B", "c": "C"]) == value)
  }

  @Test("text around names keeps its blanks and lines")
  func whitespace() throws {
    let text = "  {{a}}\n\n    {{a}}  \nend\n"
    #expect(try TextTemplate.fill(text, values: ["a": "A"]) == "  A\n\n    A  \nend\n")
  }

  @Test("a name that does not end is an error", arguments: ["{{a", "{{a b}}", "{{#a}}x", "{{/a}}"])
  func broken(text: String) {
    #expect(throws: GuideError.unfinishedName(text)) {
      try TextTemplate.fill(text, values: ["a": "A"])
    }
  }

  @Test("names are listed in order, without Particle's own")
  func names() {
    #expect(TextTemplate.names(in: "{{a.b}} {{{t}}} {{ c }} {d} {{a.b}}") == ["a.b", "c", "a.b"])
  }

  @Test("no value can become Markdown")
  func injection() throws {
    let wild = [
      "**bold**", "`code`", "[x](https://evil.example)", "\n# Heading\n", "\n\n- item\n",
      "| a | b |",
      "<script>", "\n```\n", "{{b}}", "![i](x)", "\\*", "\n---\n",
    ]
    for value in wild {
      let prose = try GuideDocument.fill(
        "To {{a}}, `{{a}}`.\n\n| {{a}} |\n| --- |\n| {{a}} |", values: ["a": value])
      #expect(
        prose.blocks == [
          .paragraph([.text("To \(value), "), .code(value), .text(".")]),
          .table(header: [[.text(value)]], rows: [[[.text(value)]]]),
        ])
    }
  }

  @Test("an address in a link is filled")
  func link() throws {
    let prose = try GuideDocument.fill(
      "[go]({{blynk.url}}/x)", values: ["blynk.url": "https://ny3.blynk.cloud"])
    #expect(prose.blocks == [.paragraph([.link([.text("go")], url: "https://ny3.blynk.cloud/x")])])
  }

  @Test("a default is given only when all of its names have values")
  func suggestion() {
    let question = Question(name: "q", shape: .pin, prompt: "?", default: "{{a}}-{{b}}")
    #expect(question.suggestion(values: ["a": "1"]) == nil)
    #expect(question.suggestion(values: ["a": "1", "b": "2"]) == "1-2")
  }
}
