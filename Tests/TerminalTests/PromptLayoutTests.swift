import Core
import Testing

@testable import Terminal

@Suite("Prompts")
struct PromptLayoutTests {
  private func layout(_ text: String, colour: Bool = false, width: Int = 80) -> PromptLayout {
    PromptLayout(
      Phrase(verbatim: text), traits: TerminalTraits(width: width, colour: colour), styled: true)
  }

  @Test("a prompt keeps one space before the answer")
  func space() {
    #expect(layout("Which pin? [V16]").last == "Which pin? [V16] ")
    #expect(layout("> ").last == "> ")
    #expect(layout("").last == "")
  }

  @Test("only the last line of a prompt is drawn anew, the others stand above it")
  func above() {
    let two = layout("The device is asleep.\nGo on?")
    #expect(two.above == "The device is asleep.\n" && two.last == "Go on? ")
    let long = layout(
      "Turn V16 on now? Whatever is wired to it will move. (yes/no) [no]", width: 40)
    #expect(long.above == "Turn V16 on now? Whatever is wired to it\n")
    #expect(long.last == "will move. (yes/no) [no] ", "it leaves room for the answer")
  }

  @Test("the codes of a bold prompt are marked as taking no room, and end before the last blank")
  func bold() {
    #expect(layout("Go?", colour: true).last == "\u{1}\u{1B}[1m\u{1}Go?\u{1}\u{1B}[0m\u{1} ")
    #expect(layout("", colour: true).last == "")
  }
}
