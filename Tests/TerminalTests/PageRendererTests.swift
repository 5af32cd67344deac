import Core
import Testing

@testable import Terminal

@Suite("Pages of prose")
struct PageRendererTests {
  private let sample = Prose([
    .heading(level: 2, [.text("Make the webhook")]),
    .paragraph([
      .text("In Blynk, open "), .strong([.text("Developer Zone")]), .text(", then "),
      .emphasis([.text("Webhooks")]), .text(" – it is "), .code("Custom JSON"), .softBreak,
      .text("that you want; see "), .link([.text("the docs")], url: "https://docs.blynk.io/en"),
      .text("."),
    ]),
    .list(start: 9, items: [[.paragraph([.text("first")])], [.paragraph([.text("second")])]]),
    .list(
      start: nil,
      items: [
        [.paragraph([.text("outer")]), .list(start: nil, items: [[.paragraph([.text("inner")])]])]
      ]),
    .quote([.paragraph([.text("Whatever is wired to the pin will move.")])]),
    .code(language: "json", text: "{\"pin\": 1}\n\n\tend\n"),
    .rule,
  ])

  @Test("the rest of a long verdict never begins at the edge, where one of its own would")
  func verdict() {
    for unicode in [true, false] {
      let page = PageRenderer(traits: TerminalTraits(width: 40, unicode: unicode))
      for sign in ["✓", "✗", "!"] {
        let line = page.line(
          "\(sign) step  \(String(repeating: "a", count: 28)) + step  all is well")
        let rows = line.split(separator: "\n")
        #expect(rows.count > 1)
        #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("  ") && $0.count <= 40 })
      }
    }
  }

  @Test("a page at 40 columns, without colour, in UTF-8")
  func narrow() {
    let page = PageRenderer(traits: TerminalTraits(width: 40)).page(sample)
    #expect(
      page == """
        Make the webhook
        ────────────────

        In Blynk, open Developer Zone, then
        Webhooks – it is `Custom JSON` that you
        want; see the docs
        (https://docs.blynk.io/en).

        9.  first
        10. second

        • outer
          • inner

        │ Whatever is wired to the pin will
        │ move.

            {"pin": 1}

                end

        ────────────────────────────────────────

        """)
  }

  @Test("the same page in ASCII, and no wider than 76 columns in a window of 120")
  func wide() {
    let page = PageRenderer(traits: TerminalTraits(width: 120, unicode: false)).page(sample)
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    #expect(
      page.hasPrefix(
        """
        Make the webhook
        ----------------

        In Blynk, open Developer Zone, then Webhooks - it is `Custom JSON` that you
        want; see the docs (https://docs.blynk.io/en).
        """))
    #expect(page.hasSuffix("\n" + String(repeating: "-", count: 76) + "\n"))
  }

  @Test("colour draws strong, emphasised, code and links, and only repeats the words")
  func colour() {
    var traits = TerminalTraits(width: 80, colour: true)
    let page = PageRenderer(traits: traits).page(sample)
    traits.colour = false
    #expect(page.contains("\u{1B}[1mDeveloper Zone\u{1B}[0m"))
    #expect(page.contains("\u{1B}[4mWebhooks\u{1B}[0m"))
    #expect(page.contains("\u{1B}[36m`Custom JSON`\u{1B}[0m"))
    #expect(page.withoutColour == PageRenderer(traits: traits).page(sample))
  }

  @Test("a hard line break begins a line, a soft one flows")
  func breaks() {
    let prose = Prose([
      .paragraph([.text("one"), .lineBreak, .text("two"), .softBreak, .text("x")])
    ])
    #expect(PageRenderer(traits: TerminalTraits()).page(prose) == "one\ntwo x\n")
  }

  @Test("a link whose words are its address is said once")
  func bareLink() {
    let prose = Prose([.paragraph([.link([.text("https://a.b")], url: "https://a.b")])])
    #expect(PageRenderer(traits: TerminalTraits()).page(prose) == "https://a.b\n")
  }

  @Test("wide letters fill lines by their width and may part anywhere")
  func wideLetters() {
    let prose = Prose("世界世界世界 ab 世界")
    let page = PageRenderer(traits: TerminalTraits(width: 7)).page(prose)
    #expect(page == "世界世\n界世界\nab 世界\n")
  }

  @Test("a line stays as it is laid out, and is filled under its indentation where it is too wide")
  func lines() {
    let page = PageRenderer(traits: TerminalTraits(width: 20))
    #expect(page.line("  :hint   :back") == "  :hint   :back\n")
    #expect(page.line("  one two three four five") == "  one two three four\n  five\n")
    #expect(page.line("") == "\n")
    // Another row may be of a cloud's text, and must not look like a line of ours.
    #expect(page.line("a\nb") == "a\n    b\n")
  }

  @Test("words at both ends share a line where they fit, else take two")
  func ends() {
    let page = PageRenderer(traits: TerminalTraits(width: 20))
    #expect(page.line("  :hint", right: "3 of 9") == "  :hint       3 of 9\n")
    #expect(page.line("  :hint :back", right: "3 of 9") == "  :hint :back\n3 of 9\n")
  }

  @Test("no words make no page")
  func empty() {
    #expect(PageRenderer(traits: TerminalTraits()).page(Prose([])).isEmpty)
  }
}
