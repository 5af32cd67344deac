import Core
import TestSupport
import Testing

@testable import Guide

@Suite("Shape.parse")
struct ShapeParseTests {
  static let accessToken = AnswerShape.code(.hex, count: 40, secret: true)
  static let authToken = AnswerShape.code(.token, count: 32, secret: true)
  static let deviceID = AnswerShape.code(.hex, count: 24, secret: false)

  func plain(_ shape: AnswerShape, _ typed: String, for question: String = "q") -> String? {
    guard case .success(.plain(let text)) = shape.parse(typed, for: question) else { return nil }
    return text
  }

  func words(_ shape: AnswerShape, _ typed: String, called: String? = nil) -> String? {
    guard case .failure(let mismatch) = shape.parse(typed, for: "q", called: called) else {
      return nil
    }
    return mismatch.words.english
  }

  // MARK: what holds for every shape

  @Test("what was read is read again as itself", arguments: AnswerShapeTests.all)
  func stable(shape: AnswerShape) {
    var chance = Seeded(seed: 11)
    let likely = [
      "V16", "v7", "yes", "N", "manual", "ny3", "https://fra1.blynk.cloud/dashboard",
      "TMPL8sRFwcfqL",
      "127.0.0.1:8080", "My device", "HTTP://LOCALHOST:9/",
    ]
    var read = 0
    for round in 0..<3000 {
      let typed =
        round < likely.count
        ? likely[round]
        : chance.text(Int.random(in: 0...60, using: &chance), of: Letters.wild)
      guard case .success(let answer) = shape.parse(typed, for: "q") else { continue }
      read += 1
      #expect(shape.parse(answer.veiled.open(), for: "q") == .success(answer))
    }
    if !shape.words.contains(where: \.isNumber) { #expect(read > 0) }
  }

  @Test("no input crashes, and no mismatch is silent", arguments: AnswerShapeTests.all)
  func hostile(shape: AnswerShape) {
    var chance = Seeded(seed: 12)
    for length in [0, 1, 2, 23, 24, 25, 31, 32, 33, 39, 40, 41, 255, 5000] {
      for _ in 0..<(length > 100 ? 2 : 30) {
        let typed = chance.text(length, of: Letters.wild)
        if case .failure(let mismatch) = shape.parse(typed, for: "q", called: "thing") {
          #expect(mismatch.words.english.last == "." || mismatch.words.english.last == "?")
          #expect(
            mismatch.words.english.unicodeScalars.allSatisfy {
              $0.properties.generalCategory != .control
            })
          #expect(mismatch.words.english.count < 300)
        }
      }
    }
  }

  // MARK: codes

  @Test("a code of the right length is read, whatever carries it")
  func carriers() {
    var chance = Seeded(seed: 13)
    for _ in 0..<300 {
      let token = chance.text(32, of: Letters.token)
      let secret = Answer.secret(Secret(token, name: "blynk.auth_token"))
      let pasted = [
        token, "  \(token)\t", "\"\(token)\"", "“\(token)”", "'\(token)';", "Bearer \(token)",
        "bearer  \(token)", "Authorization: Bearer \(token)", "\u{FEFF}\(token)\u{200B}",
        "#define BLYNK_AUTH_TOKEN \"\(token)\"", "BLYNK_AUTH_TOKEN \"\(token)\"",
        "BLYNK_AUTH_TOKEN=\(token)", token.prefix(16) + " " + token.suffix(16),
        "#define BLYNK_TEMPLATE_ID \"TMPL8sRFwcfqL\" #define BLYNK_AUTH_TOKEN \"\(token)\"",
      ]
      for typed in pasted {
        #expect(Self.authToken.parse(typed, for: "blynk.auth_token") == .success(secret))
      }
    }
  }

  @Test("hex is kept in lower case")
  func lowerCase() {
    #expect(plain(Self.deviceID, "E00FCE68AABBCCDDEEFF0011") == "e00fce68aabbccddeeff0011")
  }

  @Test("every wrong length is refused, and the words count the characters")
  func lengths() {
    var chance = Seeded(seed: 14)
    for length in 1...100 where length != 32 {
      let words = words(
        Self.authToken, chance.text(length, of: Letters.hex), called: "Blynk AuthToken")
      let count = length == 1 ? "1 character" : "\(length) characters"
      #expect(words?.hasPrefix("That is \(count); a Blynk AuthToken has 32. ") == true)
    }
  }

  @Test("the words of a wrong length say what may have happened")
  func causes() {
    let short = String(repeating: "a", count: 30)
    #expect(
      words(Self.authToken, short, called: "Blynk AuthToken")
        == "That is 30 characters; a Blynk AuthToken has 32. Was the end cut off?")
    let twice = String(repeating: "a", count: 64)
    #expect(
      words(Self.authToken, twice)?.hasSuffix("this one takes 32. Was it pasted twice?") == true)
    let long = String(repeating: "a", count: 33)
    #expect(words(Self.authToken, long)?.hasSuffix("Did something else come along?") == true)
  }

  @Test("nothing typed is told what is needed")
  func empty() {
    for typed in ["", "   ", "\"\"", "\u{200B}"] {
      #expect(
        words(Self.authToken, typed, called: "Blynk AuthToken")
          == "There is nothing in it yet. I need the Blynk AuthToken to go on.")
    }
  }

  @Test("a mismatch never repeats a secret, not even a piece of it")
  func silence() {
    var chance = Seeded(seed: 15)
    for _ in 0..<60 {
      let length = Int.random(in: 6...80, using: &chance)
      let typed = chance.text(length, of: "QXZJKW§¤¥ß")
      for shape in [Self.accessToken, Self.authToken] {
        guard case .failure(let mismatch) = shape.parse(typed, for: "q") else { continue }
        let said = "\(mismatch.words.english) \(mismatch) \(String(reflecting: mismatch))"
        for start in 0..<(length - 3) {
          #expect(!said.contains(typed.dropFirst(start).prefix(4)))
        }
      }
    }
  }

  @Test("a token pasted at any other question is not repeated either")
  func silenceElsewhere() {
    var chance = Seeded(seed: 16)
    let others: [AnswerShape] = [
      .choice(["blueprint", "manual"]), .cloudHost, .pin, .yesNo, .templateID,
    ]
    for _ in 0..<200 {
      let token = chance.text(40, of: Letters.hex)
      for shape in others {
        for typed in [token, "https://\(token)", "https://x/?token=\(token)", "u:\(token)@a.b"] {
          #expect(words(shape, typed)?.contains(token) != true)
        }
      }
    }
  }

  @Test("a stray character is named by its place, and shown only when the answer is no secret")
  func stray() {
    let hidden = String(repeating: "a", count: 39) + "z"
    #expect(words(Self.accessToken, hidden)?.hasPrefix("Character 40 does not belong") == true)
    let open = "e00fce68aabbccddeeff001O"
    #expect(words(Self.deviceID, open)?.hasPrefix("Character 24, O, does not belong") == true)
  }

  // MARK: pins, words, texts

  @Test("each of the 256 pins is read, with and without its V")
  func pins() {
    for number in 0...255 {
      for typed in ["V\(number)", "v\(number)", "\(number)", " V\(number) "] {
        #expect(plain(.pin, typed) == "V\(number)")
      }
    }
  }

  @Test(
    "other pins are refused",
    arguments: ["V256", "V-1", "V", "", "A1x", "V1.5", "V９", "V 99999", "+1"])
  func noPins(typed: String) {
    #expect(plain(.pin, typed) == nil)
  }

  @Test("a pin that is nearly one is guessed")
  func nearPin() {
    #expect(words(.pin, "W16") == "I know pins V0 to V255. Did you mean V16?")
    #expect(words(.pin, "V300") == "I know pins V0 to V255.")
  }

  @Test("a choice takes its words, their beginnings, and guesses a slip")
  func choices() {
    let shape = AnswerShape.choice(["blueprint", "manual"])
    #expect(plain(shape, "Manual") == "manual")
    #expect(plain(shape, "b") == "blueprint")
    #expect(words(shape, "mannual") == "I know blueprint and manual. Did you mean manual?")
    #expect(words(shape, "x") == "I know blueprint and manual.")
  }

  @Test("a beginning that fits two words is not taken")
  func ambiguous() {
    #expect(plain(.choice(["main", "manual"]), "ma") == nil)
  }

  @Test("yes and no are read in their usual forms")
  func yesNo() {
    for typed in ["y", "Yes", "TRUE", "Ja", "j"] { #expect(plain(.yesNo, typed) == "yes") }
    for typed in ["n", "No", "false", "nein"] { #expect(plain(.yesNo, typed) == "no") }
    for typed in ["", "maybe", "1"] { #expect(words(.yesNo, typed) == "Answer yes or no.") }
  }

  @Test("a text keeps its inside and has its limits")
  func texts() {
    let shape = AnswerShape.text(1...5)
    #expect(plain(shape, "  a  b  ") == "a  b")
    #expect(plain(shape, "grüße") == "grüße")
    #expect(words(shape, "grüßen") == "That is 6 characters; this one has at most 5.")
    #expect(
      words(.text(3...5), "ab", called: "name") == "That is 2 characters; a name has at least 3.")
    #expect(plain(shape, "a\u{1B}[1") == nil)
    #expect(plain(.text(0...5), "") == "")
  }

  @Test("a name is taken out of its define line")
  func name() {
    let line = "#define BLYNK_TEMPLATE_NAME \"My greenhouse\""
    #expect(plain(.text(1...100), line, for: "blynk.template_name") == "My greenhouse")
  }

  @Test(
    "template ids are read leniently",
    arguments: [
      "TMPL8sRFwcfqL", "TMPL4ej7--Xu_", "TMPL03hIx7TL",
      "#define BLYNK_TEMPLATE_ID \"TMPL03hIx7TL\"",
    ])
  func templateIDs(typed: String) {
    #expect(plain(.templateID, typed, for: "blynk.template_id")?.hasPrefix("TMPL") == true)
  }

  @Test(
    "what is no template id is told what one looks like",
    arguments: [
      "tmpl8sRFwcfqL", "TMPL", "TMPL1", "8sRFwcfqL", "TMPL 8sR wc", "TMPL8sRFwcfqL8sRFwcfqLxxxxx",
    ])
  func noTemplateIDs(typed: String) {
    #expect(words(.templateID, typed)?.hasPrefix("A template ID begins with TMPL") == true)
  }
}
