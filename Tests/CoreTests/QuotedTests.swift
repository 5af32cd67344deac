import Testing

@testable import Core

@Suite("Values beside the expected ones")
struct QuotedTests {
  @Test(
    "a difference that the eye passes over shows",
    arguments: [
      ("blynk ", "\"blynk \", not \"blynk\" (there is a blank at its end)"),
      (" blynk", "\" blynk\", not \"blynk\" (there is a blank before it)"),
      ("bly nk", "\"bly nk\", not \"blynk\" (it has a character that cannot be seen)"),
      ("blynk\t", "\"blynk<U+0009>\", not \"blynk\" (there is a blank at its end)"),
      ("blynk\u{A0}", "\"blynk<U+00A0>\", not \"blynk\" (there is a blank at its end)"),
      (
        "bl\u{200B}ynk",
        "\"bl<U+200B>ynk\", not \"blynk\" (it has a character that cannot be seen)"
      ),
      (
        "bl\u{443}nk",
        "\"bl\u{443}<U+0443>nk\", not \"blynk\" (it has a letter that only looks alike)"
      ),
      ("Blynk", "\"Blynk\", not \"blynk\" (only the capitals differ)"),
      ("other", "\"other\", not \"blynk\""), ("", "\"\", not \"blynk\""),
      ("a\nb\u{1B}[31m", "\"a<U+000A>b<U+001B>[31m\", not \"blynk\""),
      (
        "bl\u{202E}ynk", "\"bl<U+202E>ynk\", not \"blynk\" (it has a character that cannot be seen)"
      ),
    ])
  func found(value: String, shown: String) {
    #expect(Quoted.found(value, not: "blynk").english == shown)
  }

  @Test("what is absent has no quotes, a long value an end, letters of other languages no number")
  func edges() {
    #expect(Quoted.found(nil, not: "a") == "absent, not \"a\"")
    #expect(Quoted.found("a", not: nil) == "\"a\", not absent")
    #expect(Quoted.text(String(repeating: "x", count: 900)).count == Quoted.limit + 3)
    #expect(Quoted.text("Küche") == "\"Küche\"")
  }
}
