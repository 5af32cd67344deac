import Foundation
import Testing

@testable import Core

@Suite("Phrase")
struct PhraseTests {
  @Test("the literal is the key, its values are the arguments")
  func literal() {
    let phrase: Phrase = "I cannot reach \("a.b") in \(3) s."
    guard case .message(let key, let arguments) = phrase.content else {
      Issue.record("\(phrase.content)")
      return
    }
    #expect(key == "I cannot reach {1} in {2} s.")
    #expect(arguments.map(\.english) == ["a.b", "3"])
    #expect(phrase.english == "I cannot reach a.b in 3 s.")
    #expect(phrase.argument(2)?.english == "3" && phrase.argument(3) == nil)
  }

  @Test("a literal in a place is a phrase of its own, a text is not")
  func places() {
    let text = "some"
    let phrase: Phrase = "\("one") of \(text)"
    #expect(phrase.argument(1)?.isVerbatim == false)
    #expect(phrase.argument(2)?.isVerbatim == true)
  }

  @Test("a value with braces fills no other place")
  func braces() {
    let phrase: Phrase = "{\("{2}")} and \("b")"
    #expect(phrase.english == "{{2}} and b")
    #expect(Phrase.filled("{1}{2}{3}", ["a", "b"]) == "ab{3}")
  }

  @Test("counts and lists are English where nobody tells them")
  func english() {
    #expect(Wording.count(1, "step").english == "1 step")
    #expect(Wording.count(2, "step").english == "2 steps")
    #expect(Wording.list(["a"]).english == "a" && Wording.list([String]()).isEmpty)
    #expect(Wording.list(["a", "b", "c"], "and").english == "a, b and c")
    #expect((["a", "b"] as [Phrase]).joined(separator: "; ").english == "a; b")
  }

  static let kept: [Phrase] = [
    "a key", "one \("x") and \(Phrase(decimal: "1.5"))", Phrase(verbatim: "as it is"),
    Wording.count(2, "step"), Wording.list(["a", "b"]), "a " + "b", "",
  ]

  @Test("what is kept comes back, its parts too", arguments: kept)
  func coding(phrase: Phrase) throws {
    let bytes = try JSONEncoder().encode([phrase])
    let read = try JSONDecoder().decode([Phrase].self, from: bytes)[0]
    #expect(read == phrase)
    // Equal are two that say the same; what they are made of is what is kept of them.
    #expect(try JSONEncoder().encode([read]).sorted() == bytes.sorted())
    #expect(read.told(by: Shouting()) == phrase.told(by: Shouting()))
  }

  /// A language in which each kind of part says otherwise than in English.
  private struct Shouting: PhraseLanguage {
    func entry(_ key: String) -> String? { "key(\(key))" }
    func decimal(_ digits: String) -> String { "number(\(digits))" }
    func count(_ number: Int, one: String, many: String) -> String { "count(\(number), \(many))" }
  }

  @Test("a text that was kept before is shown as it was written")
  func earlier() throws {
    let read = try JSONDecoder().decode([Phrase].self, from: Data(#"["I saw it."]"#.utf8))[0]
    #expect(read.isVerbatim && read.english == "I saw it.")
  }

  @Test("what looks like a token is veiled, in a place and across places")
  func redaction() {
    let token = "AbCdEfGhIjKlMnOpQrStUvWxYz012345"
    let placed: Phrase = "Blynk said \(token)."
    let veiled = TokenShapes.veiled(placed)
    #expect(veiled.english == TokenShapes.veiled(placed.english))
    #expect(!veiled.english.contains(token) && veiled.argument(1) != nil)
    let split: Phrase = "Blynk said \(token.prefix(16))\(token.suffix(16))."
    #expect(TokenShapes.veiled(split).english == TokenShapes.veiled(split.english))
    let secret = Secret("0123456789", name: "a.token")
    #expect(Scrubber([secret]).scrub("It is \("0123456789").").english == "It is ‹a.token›.")
    #expect(Scrubber([]).scrubbedLine("a\("\n")b").english == "a b")
  }
}
