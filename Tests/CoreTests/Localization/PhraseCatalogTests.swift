import Testing

@testable import Core

@Suite("Catalogue")
struct PhraseCatalogTests {
  let german = PhraseCatalog(
    language: "de",
    phrases: [
      "I cannot reach {1}.": "Ich erreiche {1} nicht.",
      "I cannot reach a cloud": "Ich erreiche keine Cloud",
      "{1} is {2}": "{1} ist {2}", "{1} of {2}": "{1} von {2}", "{n} step": "{n} Schritt",
      "{n} steps": "{n} Schritte", "{1} settled": "{1} erledigt",
      "Did you mean `{1}`?": "Meintest du `{1}`?", "Take it out.": "Nimm es heraus.",
      "I know no step {1}.{2}": "Einen Schritt {1} kenne ich nicht.{2}",
      "{1} calls {2} on {3}.": "{1} ruft {2} auf {3} auf.", "{1} calls {2}": "{1} ruft {2} auf",
      "nothing to do": "nichts zu tun", "step": "Schritt", "or": "oder", "and": "und",
      "It may be: {1}.": "Es kann sein: {1}.", "There is no {1} `{2}`.": "{1} `{2}` gibt es nicht.",
    ])

  @Test(
    "tells what it knows, and leaves the rest",
    arguments: [
      ("I cannot reach ny3.blynk.cloud.", "Ich erreiche ny3.blynk.cloud nicht."),
      (
        "I cannot reach a cloud (network-unreachable).",
        "Ich erreiche keine Cloud (network-unreachable)."
      ),
      ("a cloud's own words", "a cloud's own words"), ("", ""), ("  ", "  "),
      // What joins phrases: sentences, colons, signs, blanks.
      ("home: 1 step settled", "home: 1 Schritt erledigt"),
      ("✓ home: 12 steps settled", "✓ home: 12 Schritte erledigt"),
      ("[3 of 5] home", "[3 von 5] home"), ("V16  nothing to do", "V16  nichts zu tun"),
      ("Take it out. Did you mean `x`?", "Nimm es heraus. Meintest du `x`?"),
      (
        "I know no step a. Did you mean `b`?",
        "Einen Schritt a kenne ich nicht. Meintest du `b`?"
      ),
      // The reading in which phrases say most.
      ("✓ Name: the webhook calls led on e00f.", "✓ Name: the webhook ruft led auf e00f auf."),
      // Lists, of words as they are and of phrases.
      ("It may be: a, step or c.", "Es kann sein: a, step oder c."),
      (
        "It may be: nothing to do or I cannot reach a cloud.",
        "Es kann sein: nichts zu tun oder Ich erreiche keine Cloud."
      ),
      // A pattern of few letters takes no sentences.
      ("V17 is 0", "V17 ist 0"), ("the moon is made of cheese", "the moon is made of cheese"),
      ("{not} a place", "{not} a place"),
    ])
  func told(english: String, expected: String) {
    #expect(german.told(english) == expected)
    #expect(PhraseCatalog.english.told(english) == english)
  }

  @Test(
    "a time and a share of ours have a comma in German, and nothing else has",
    arguments: [
      ("The trip passed in 1.0 s.", "The trip passed in 1,0 s."), ("0.4 ms", "0,4 ms"),
      ("write  Blynk took V16 = 1  12.5 ms", "write  Blynk took V16 = 1  12,5 ms"),
      ("(2.5 %)", "(2,5 %)"), ("up to 30.1 s", "up to 30,1 s"),
      ("MAX 3.3", "MAX 3.3"), ("Device OS 6.1.1 s", "Device OS 6.1.1 s"),
      ("127.0.0.1 s", "127.0.0.1 s"), ("v1.5 s", "v1.5 s"), ("1.5 samples", "1.5 samples"),
      ("1.5s", "1.5s"), ("2026-11-29T17:32:46.075Z", "2026-11-29T17:32:46.075Z"), (".5 s", ".5 s"),
    ])
  func decimals(english: String, expected: String) {
    #expect(german.told(english) == expected)
    #expect(PhraseCatalog.english.told(english) == english)
    #expect(PhraseCatalog(language: "xx", phrases: ["a": "b"]).told(english) == english)
  }

  @Test("a long text is no phrase, and takes no time") func long() {
    let long = String(repeating: "a, b: c. ", count: 100_000)
    #expect(german.told(long) == long)
    let busy = String(repeating: "x; y. ", count: 300)
    #expect(german.told(busy) == busy)
    let list = (1...100).map { "a\($0)" }.joined(separator: ", ")
    #expect(
      german.told("Take it out. It may be: \(list) or b.")
        == "Nimm es heraus. Es kann sein: \(list) oder b.")
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
