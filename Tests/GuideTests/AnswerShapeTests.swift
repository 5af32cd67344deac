import Core
import Testing

@testable import Guide

@Suite("Shape")
struct AnswerShapeTests {
  static let all: [AnswerShape] = [
    .code(.hex, count: 40, secret: true), .code(.token, count: 32, secret: true),
    .code(.hex, count: 24, secret: false), .text(1...AnswerShape.textLimit), .text(1...50),
    .text(0...5),
    .templateID, .choice(["blueprint", "manual"]), .cloudHost, .pin, .yesNo,
  ]

  @Test("every shape is read back from its words", arguments: all)
  func words(shape: AnswerShape) {
    #expect(AnswerShape(words: shape.words) == shape)
  }

  @Test("the words of the contract name the shapes that they say")
  func contract() {
    #expect(AnswerShape(words: "secret hex 40") == .code(.hex, count: 40, secret: true))
    #expect(AnswerShape(words: "secret token 32") == .code(.token, count: 32, secret: true))
    #expect(AnswerShape(words: "hex 24") == .code(.hex, count: 24, secret: false))
    #expect(AnswerShape(words: "text 1..50") == .text(1...50))
    #expect(AnswerShape(words: "choice blueprint manual") == .choice(["blueprint", "manual"]))
  }

  @Test(
    "words that name no shape are refused",
    arguments: [
      "", "secret", "hex", "hex 0", "hex -1", "hex 24 24", "secret pin", "secret text", "text 5..1",
      "text 1...5", "text 0..0", "choice", "choice one", "choice a a", "pin 3", "Hex 24",
      "hex 9999999",
    ])
  func refused(words: String) {
    #expect(AnswerShape(words: words) == nil)
  }

  @Test("the examples an error names are shapes", arguments: AnswerShape.examples)
  func examples(words: String) {
    #expect(AnswerShape(words: words) != nil)
  }

  @Test("a word has no blank in it, but for those around it")
  func word() {
    let shape = AnswerShape(words: "word 8..200")
    #expect(shape == .word(8...200) && shape?.words == "word 8..200")
    #expect(shape?.parse(" \"oa2-client-id\" ", for: "q") == .success(.plain("oa2-client-id")))
    #expect(shape?.parse("oa2 client id", for: "q") == .failure(.blankInside(nil)))
    #expect(shape?.parse("oa2", for: "q") == .failure(.size(found: 3, 8...200, noun: nil)))
  }

  @Test("only codes marked secret are secret")
  func secrecy() {
    #expect(Self.all.filter(\.isSecret).map(\.words) == ["secret hex 40", "secret token 32"])
  }
}
