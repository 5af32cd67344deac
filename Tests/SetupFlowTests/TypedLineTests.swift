import Core
import Guide
import Testing

@testable import SetupFlow

@Suite("A typed line")
struct TypedLineTests {
  static let code = AnswerShape.code(.hex, count: 24, secret: false)
  static let text = AnswerShape.text(1...100)

  @Test("blanks are nothing", arguments: ["", " ", "\t  "])
  func nothing(line: String) {
    #expect(TypedLine(line, shape: nil) == .nothing)
    #expect(TypedLine(line, shape: TypedLineTests.text) == .nothing)
  }

  @Test(
    "each command is one by its word, by its colon form, in any case",
    arguments: WizardWord.allCases)
  func commands(word: WizardWord) {
    for line in [word.rawValue, word.rawValue.uppercased(), " :\(word.rawValue) "] {
      #expect(TypedLine(line, shape: nil) == .command(word, ""))
      #expect(TypedLine(line, shape: TypedLineTests.code) == .command(word, ""))
    }
    #expect(TypedLine(":\(word.rawValue)  a  b ", shape: nil) == .command(word, "a  b"))
  }

  @Test(
    "where any text may be an answer, only the colon makes a command beyond doubt",
    arguments: WizardWord.allCases)
  func freeText(word: WizardWord) {
    let shape = TypedLineTests.text
    #expect(TypedLine(word.rawValue, shape: shape) == .doubtful(word.rawValue, word, ""))
    #expect(TypedLine(":\(word.rawValue)", shape: shape) == .command(word, ""))
  }

  @Test("words after a command that takes none make it an answer", arguments: WizardWord.allCases)
  func words(word: WizardWord) {
    let line = "\(word.rawValue) it over"
    let expected: TypedLine = word.takes("it over") ? .command(word, "it over") : .answer(line)
    #expect(TypedLine(line, shape: nil) == expected)
  }

  @Test("a colon and no command is told the nearest one")
  func unknown() {
    #expect(TypedLine(":bck", shape: nil) == .unknownCommand("bck", nearest: "back"))
    #expect(TypedLine(":xyzzy", shape: nil) == .unknownCommand("xyzzy", nearest: nil))
    #expect(TypedLine(":", shape: nil) == .unknownCommand("", nearest: nil))
  }

  @Test(
    "a yes or a no is none of the answers of a question that has neither",
    arguments: ["done", "Fertig", "later", "no.", "noch nicht", "erledigt"])
  func spoken(line: String) {
    for shape in [
      TypedLineTests.code, TypedLineTests.text, .secretText(8...200), .templateID, .word(8...200),
      .choice(["a", "b"]),
    ] {
      #expect(TypedLine(line, shape: shape) == .spoken(line))
      #expect(TypedLine(hidden: Secret(line, name: "q"), shape: shape) == .spoken(line))
    }
    for shape in [AnswerShape.yesNo, .choice(["a", "done", "later"]), nil] {
      #expect(TypedLine(line, shape: shape) == .answer(line))
    }
  }

  @Test("every name of a command is one, and none is a yes or a no")
  func names() throws {
    for name in ["setze", "wiederholen", "zurücknehmen", "zuruecknehmen", "gehe", "exit", "go"] {
      #expect(WizardWord(typed: name) != nil, "\(name)")
      #expect(!YesNoWords.isOnlyConsent(name))
    }
    #expect(WizardWord(typed: "zurücknehmen") == .undo && WizardWord(typed: "wiederholen") == .redo)
  }

  @Test("an answer loses the blanks around it, and none within")
  func answer() {
    #expect(TypedLine("  My  Boron ", shape: TypedLineTests.text) == .answer("My  Boron"))
  }
}
