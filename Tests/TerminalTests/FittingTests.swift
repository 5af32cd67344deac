import Testing

@testable import Terminal

@Suite("Text of others")
struct FittingTests {
  @Test(
    "what could steer a terminal goes, the words stay",
    arguments: [
      ("plain", "plain"), ("\u{1B}[2J\u{7}x", "[2Jx"), ("a\r\nb", "a\nb"), ("a\u{9B}31mb", "a31mb"),
      ("\tx\ty", "    x   y"), ("\u{202E}evil\u{2066}", "evil"), ("世\u{0}界", "世界"),
      ("👩\u{200D}🚀", "👩\u{200D}🚀"), ("a\u{7F}\u{85}b", "ab"),
    ])
  func fit(text: String, shown: String) {
    #expect(text.fitToShow == shown)
  }

  @Test("our signs have plain forms, and letters of other scripts stay")
  func signs() {
    #expect("✓ ✗ ─ ‹x› … “q” grüße".inPlainSigns == "+ x - <x> ... \"q\" grüße")
  }
}
