import Testing

@testable import Guide

/// What a complaint says would be taken is taken.
@Suite("What a complaint offers")
struct ComplaintTests {
  private static func complaint(_ shape: AnswerShape, _ typed: String) -> AnswerMismatch? {
    if case .failure(let mismatch) = shape.parse(typed, for: "q") { mismatch } else { nil }
  }

  private static func isTaken(_ shape: AnswerShape, _ typed: String) -> Bool {
    complaint(shape, typed) == nil
  }

  @Test("an example that stands in the words can be given")
  func examples() throws {
    let template = try #require(Self.complaint(.templateID, "nothing"))
    #expect(template.words.english.contains("TMPLxxxxxxxxx"))
    #expect(Self.isTaken(.templateID, "TMPLxxxxxxxxx"))
    let host = try #require(Self.complaint(.cloudHost, "no host at all"))
    #expect(host.words.english.contains("ny3.blynk.cloud"))
    for name in ["ny3.blynk.cloud"] + CloudAddress.regions {
      #expect(Self.isTaken(.cloudHost, name) && host.words.english.contains(name), "\(name)")
    }
    let plain = try #require(Self.complaint(.cloudHost, "http://ny3.blynk.cloud"))
    #expect(plain.words.english.contains("https://ny3.blynk.cloud"))
    #expect(Self.isTaken(.cloudHost, "https://ny3.blynk.cloud"))
    #expect(Self.complaint(.yesNo, "perhaps")?.words == "Answer yes or no.")
    for word in ["yes", "no"] { #expect(Self.isTaken(.yesNo, word)) }
    for pin in ["V0", "V255"] {
      #expect(
        Self.isTaken(.pin, pin) && Self.complaint(.pin, "W")?.words.english.contains(pin) == true)
    }
  }

  @Test("each word of a choice, and each guess at what was meant, can be given")
  func guesses() throws {
    let words = ["blueprint", "manual", "boron", "b5som"]
    let shape = AnswerShape.choice(words)
    var offers = 0
    for word in words {
      #expect(Self.isTaken(shape, word))
      for index in word.indices {
        var typo = word
        typo.remove(at: index)
        guard case .choice(let offered, let nearest)? = Self.complaint(shape, typo) else {
          continue
        }
        for offer in offered + [nearest].compactMap(\.self) { #expect(Self.isTaken(shape, offer)) }
        offers += nearest == nil ? 0 : 1
      }
    }
    #expect(offers > 5)
    guard case .pin(let nearest?)? = Self.complaint(.pin, "P16") else {
      Issue.record("no guess at a pin")
      return
    }
    #expect(Self.isTaken(.pin, nearest))
    for region in CloudAddress.regions {
      guard case .host(_, let nearest?)? = Self.complaint(.cloudHost, region + "x") else {
        Issue.record("no guess at \(region)")
        continue
      }
      #expect(Self.isTaken(.cloudHost, nearest))
    }
  }

  @Test("a size that a complaint names is one that fits")
  func sizes() throws {
    let text = AnswerShape.text(8...200)
    for (typed, fitting) in [("short", 8), (String(repeating: "x", count: 201), 200)] {
      let mismatch = try #require(Self.complaint(text, typed))
      #expect(mismatch.words.english.contains("\(fitting)"))
      #expect(Self.isTaken(text, String(repeating: "x", count: fitting)))
    }
  }
}
