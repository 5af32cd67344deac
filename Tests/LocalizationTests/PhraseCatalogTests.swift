import Core
import TestSupport
import Testing

@testable import Localization

@Suite("PhraseCatalog")
struct PhraseCatalogTests {
  let german = PhraseCatalog(
    language: "de",
    table: PhraseTable(
      phrases: [
        "I cannot reach {1}.": "Ich erreiche {1} nicht.",
        "I cannot reach a cloud": "Ich erreiche keine Cloud",
        "{1} of {2} steps settled": "von {2} Schritten {1} erledigt",
        "Did you mean `{1}`?": "Meintest du `{1}`?", "Take it out. ": "Nimm es heraus. ",
        "A sentence in two literals, of {1} and {2}.": "Ein Satz aus {2} und {1}.",
        "nothing": "nichts", "or": "oder", "It may be: {1}.": "Es kann sein: {1}.",
        "{1} read": "{1} gelesen",
      ],
      plurals: ["steps": [.one: "{n} Schritt", .other: "{n} Schritte"]]))

  @Test(
    "tells a key by the table, and what stands in its places in turn",
    arguments: [
      ("I cannot reach \("ny3.blynk.cloud").", "Ich erreiche ny3.blynk.cloud nicht."),
      ("\(2) of \(3) steps settled", "von 3 Schritten 2 erledigt"),
      ("I cannot reach \("nothing" as Phrase).", "Ich erreiche nichts nicht."),
      // A text is nobody's to translate, whatever it says.
      ("I cannot reach \(Phrase(verbatim: "nothing")).", "Ich erreiche nothing nicht."),
      (Phrase(verbatim: "I cannot reach a cloud"), "I cannot reach a cloud"),
      // What has no entry is as in English, but for what it is made of.
      ("home: \("I cannot reach a cloud" as Phrase)", "home: Ich erreiche keine Cloud"),
      ("a cloud's own words", "a cloud's own words"), ("", ""),
      ("Take it out. " + "Did you mean `\("x")`?", "Nimm es heraus. Meintest du `x`?"),
      ("A sentence in two " + "literals, of \("a") " + "and \("b").", "Ein Satz aus b und a."),
      (
        "It may be: \(Wording.list(["a", "nothing", "c"] as [Phrase])).",
        "Es kann sein: a, nichts oder c."
      ),
      ("{not} a place, {9} either", "{not} a place, {9} either"),
    ] as [(Phrase, String)])
  func told(phrase: Phrase, expected: String) {
    #expect(german.told(phrase) == expected)
    #expect(PhraseCatalog.english.told(phrase) == phrase.english)
  }

  @Test(
    "no text in a place is told or lost, whatever it is", arguments: 1...50 as ClosedRange<UInt64>)
  func texts(seed: UInt64) {
    var chance = Seeded(seed: seed)
    let scraps = ["nothing", "{1}", "{2}", "or", "I cannot reach a cloud", "1.5", " ", "}", "é"]
    let text = (0..<4).map { _ in scraps.randomElement(using: &chance) ?? "" }.joined()
    #expect(german.told("I cannot reach \(text).") == "Ich erreiche \(text) nicht.")
  }

  @Test("counts by the language's rule", arguments: [(1, "1 Schritt"), (0, "0 Schritte")])
  func plurals(number: Int, expected: String) {
    #expect(german.told(Wording.count(number, "step")) == expected)
    #expect(german.told("\(Wording.count(number, "step")) read") == "\(expected) gelesen")
    #expect(german.told(Wording.count(number, "sheep", "sheep")) == "\(number) sheep")
  }

  @Test(
    "knows the forms of other languages",
    arguments: [
      ("fr", 0, .one), ("de", 0, .other), ("ru", 21, .one), ("ru", 11, .many), ("ru", 3, .few),
      ("pl", 1, .one), ("pl", 21, .many), ("pl", 22, .few), ("pl", 12, .many), ("cs", 4, .few),
      ("cs", 5, .other), ("ja", 1, .other), ("xx", 1, .one),
    ] as [(String, Int, PluralRule)])
  func rules(language: String, number: Int, form: PluralRule) {
    #expect(PluralRule.form(for: number, in: language) == form)
  }

  @Test("a number has the language's sign before its fraction; other points stay")
  func decimals() {
    let time: Phrase = "\(Phrase(decimal: "1.5")) s, Device OS \("6.1.1")"
    #expect(german.told(time) == "1,5 s, Device OS 6.1.1")
    #expect(PhraseCatalog.english.told(time) == "1.5 s, Device OS 6.1.1")
    let other = PhraseCatalog(language: "xx", table: PhraseTable())
    #expect(other.told(time) == "1.5 s, Device OS 6.1.1")
  }

  @Test("a wording file is maps of phrases, and the forms of nouns")
  func file() throws {
    let table = try PhraseTable(
      yaml: """
        phrases:
          "a": "b"
        words:
          "c": "d"
        plurals:
          "steps": {one: "{n} Schritt", other: "{n} Schritte", odd: "-"}
        """)
    #expect(table.phrases == ["a": "b", "c": "d"])
    #expect(table.plurals == ["steps": [.one: "{n} Schritt", .other: "{n} Schritte"]])
    #expect(throws: (any Error).self) { try PhraseTable(yaml: "\"a") }
    #expect(WordingFile.catalog(of: "xx", in: ["/nowhere"]) == .english)
  }

  @Test(
    "the first variable that is set names the language",
    arguments: [
      (["LC_ALL": "de_DE.UTF-8"], "de"), (["LC_ALL": "de"], "de"),
      (["LC_ALL": "", "LC_MESSAGES": "de_AT@euro", "LANG": "en_US.UTF-8"], "de"),
      (["LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"], "en"), (["LANG": "POSIX"], "en"),
      (["LANG": "de_CH.UTF-8"], "de"), ([:], "en"), (["LANG": "../../etc/passwd"], "en"),
      (["LC_CTYPE": "de_DE.UTF-8"], "en"),
    ] as [([String: String], String)])
  func language(environment: [String: String], code: String) {
    #expect(ReaderLanguage.code(in: environment) == code)
  }
}
