import Testing

@testable import Terminal

@Suite("Widths on the screen")
struct DisplayWidthTests {
  @Test(
    "a text is as wide as a terminal draws it",
    arguments: [
      ("", 0), ("abc", 3), ("grüße", 5), ("e\u{301}", 1), ("世界", 4), ("🌉", 2), ("✓", 1), ("👩‍🚀", 2),
      ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("‹›…─", 4), ("a\u{200B}b", 2), ("Ａ", 2),
      ("🇩🇪", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
