import Testing

@Suite("LiteralScan")
struct LiteralScanTests {
  static let source = ##"""
    // "a comment"
    let a = "one \(two("three")) four"
    say("five " + "six: \(b)"
      + " seven", label: cond ? "eight" : "nine \"ten\"")
    let block = """
      eleven \
      twelve
        thirteen \(c)
      """
    let raw = #"{"a":"\#(d)"}"#, regex = text.firstMatch(of: /no "literal"/)
    let sign = "\u{2713} \n"
    """##

  @Test("finds every literal, with a place for each value") func literals() {
    #expect(
      LiteralScan(Self.source).literals.map(\.pattern) == [
        "three", "one {1} four", "five six: {1} seven", "eight", "nine \"ten\"",
        "eleven twelve\n  thirteen {1}", "{\"a\":\"{1}\"}", "✓ \n",
      ])
  }

  @Test("finds what the sources are known to say") func known() {
    for phrase in ["I cannot reach {1}", "{1} of {2} steps settled", "this list"] {
      #expect(SourcePhrases.all[phrase] != nil, "\(phrase)")
    }
    #expect(SourcePhrases.all.count > 900)
    #expect(SourcePhrases.nouns.isSuperset(of: ["trips", "steps", "Blynk messages"]))
  }
}
