import Testing

@testable import Core

@Suite("Text of others, made fit to show")
struct ScrubberTests {
  @Test("none of the signs that begin a verdict or a title of ours is left")
  func signs() {
    let text = "aaa ✓ prepare/access-token  all is well ✗ no ── TITLE ──"
    #expect(
      Scrubber([]).scrub(text) == "aaa · prepare/access-token  all is well · no -- TITLE --")
    #expect(Scrubber([]).scrub("21 °C, größer · 世界") == "21 °C, größer · 世界")
  }
}
