import Testing

@testable import Terminal

@Suite("Completion")
struct CompletionTests {
  private func candidates(_ words: String...) -> [Completion.Candidate] {
    words.map { Completion.Candidate($0) }
  }

  private func move(_ line: String, _ words: [Completion.Candidate], cursor: Int? = nil)
    -> CompletionMove
  {
    let place = cursor ?? line.count
    let completion = Completion(of: line, at: place, among: words)
    return CompletionMove(line: line, cursor: place, completion: completion)
  }

  @Test("one fitting word is put in whole, with a space behind it")
  func single() {
    let next = move("go NE", candidates("next", "back"))
    #expect(next.delete == 2)
    #expect(next.insert == "next ")
    #expect(next.choices.isEmpty && !next.beeps)
  }

  @Test("a folder gets no space, as its files follow")
  func folder() {
    #expect(move("Gui", [.init("Guides/", continues: true)]).insert == "Guides/")
  }

  @Test("several words are put in as far as they agree, then shown")
  func several() {
    let words = candidates("goto-firmware", "goto-forward")
    let first = move("g", words)
    #expect(first.insert == "goto-f" && first.choices.isEmpty)
    let second = move("goto-f", words)
    #expect(second.insert.isEmpty && second.choices == words)
  }

  @Test("nothing that fits rings, and leaves the line alone")
  func none() {
    let nothing = move("x", candidates("next"))
    #expect(nothing.beeps && nothing.insert.isEmpty && nothing.delete == 0)
  }

  @Test("what stands behind the cursor is not looked at, and letters are counted as libedit does")
  func cursor() {
    let middle = move("e\u{301}b tail", candidates("e\u{301}bene"), cursor: 2)
    #expect(middle.delete == 3)
    #expect(middle.insert == "e\u{301}bene ")
  }

  @Test("a provider may complete more than the last word")
  func start() {
    let words = candidates("goto activation", "goto firmware")
    let completion = Completion(of: "goto f", at: 6, from: 0, among: words)
    #expect(completion == Completion(start: 0, candidates: [words[1]]))
  }

  @Test("an empty line offers everything")
  func empty() {
    #expect(move("", candidates("next", "back")).choices.count == 2)
  }

  @Test("choices with notes stand in two columns, those without in as many as fit")
  func choices() {
    let page = PageRenderer(traits: TerminalTraits(width: 30, unicode: false))
    let noted = [Completion.Candidate("next", note: "goes on"), .init("back")]
    #expect(page.choices(noted) == "  next  goes on\n  back\n")
    #expect(page.choices(candidates("V0", "V16", "V17", "V6", "V255", "V1")).contains("\n"))
    #expect(
      page.choices(candidates("V0", "V16", "V17", "V6", "V255", "V1"))
        == "  V0    V17   V255\n  V16   V6    V1\n")
    let many = (0..<70).map { Completion.Candidate("\($0)") }
    #expect(page.choices(many).hasSuffix("  ... 10 more\n"))
  }
}
