import Core
import Terminal
import Testing

@Suite("The terminal")
struct TerminalOutputTests {
  private let output = Paper()
  private let error = Paper()
  private let clock = HandClock()
  private let problem = Problem(code: "x", title: "No room", next: "Make some.", outcome: .usage)

  private func terminal(
    words: OutputStream = .output, traits: TerminalTraits = TerminalTraits(width: 20)
  ) -> TerminalOutput {
    TerminalOutput(output: output.sink, error: error.sink, words: words, clock: clock) { _ in traits
    }
  }

  @Test("each page is one write")
  func writes() {
    let terminal = terminal()
    terminal.say(Prose("one two three four five six"))
    terminal.say("and a line")
    terminal.table(TableView(columns: [.init("A"), .init("B")], rows: [["1", "2"]]))
    #expect(
      output.writes == ["one two three four\nfive six\n", "and a line\n", "A  B\n─  ─\n1  2\n"])
    #expect(error.writes.isEmpty)
  }

  @Test("with data on the output, words go to the error stream")
  func json() {
    let terminal = terminal(words: .error)
    terminal.say("asking Blynk")
    terminal.show(problem)
    terminal.data("{\"verdict\":\"fail\"}\n")
    #expect(output.text == "{\"verdict\":\"fail\"}\n")
    #expect(error.text == "asking Blynk\n\n── NO ROOM ─────────\n\nMake some.\n")
  }

  @Test("a problem keeps a blank line from what was said before, and only one")
  func apart() {
    let terminal = terminal()
    terminal.show(problem)
    terminal.show(problem)
    terminal.pause()
    terminal.show(problem, on: .error)
    let page = "── NO ROOM ─────────\n\nMake some.\n"
    #expect(output.text == page + "\n" + page + "\n")
    #expect(error.text == page)
  }

  @Test("the window's width is read anew for each page")
  func resize() {
    let narrow = Paper()
    let terminal = TerminalOutput(output: narrow.sink, error: narrow.sink, clock: clock) { _ in
      TerminalTraits(width: narrow.writes.isEmpty ? 9 : 40)
    }
    terminal.say(Prose("one two three"))
    terminal.say(Prose("one two three"))
    #expect(narrow.writes == ["one two\nthree\n", "one two three\n"])
  }

  @Test("the first loss of output is kept")
  func failure() {
    let terminal = TerminalOutput(
      output: OutputSink { _ in .refused(errno: 28) }, error: error.sink, clock: clock
    ) { _ in TerminalTraits() }
    #expect(terminal.failure == nil)
    terminal.say("x")
    #expect(terminal.failure == .refused(errno: 28))
    #expect(OutputFailure.refused(errno: 28).problem.evidence == ["No space left on device"])
  }

  @Test("quick work shows nothing, and hands on its value")
  func quick() async {
    let value = await terminal().progress("Waiting") { _ in 7 }
    #expect(value == 7)
    #expect(output.writes.isEmpty)
  }

  @Test("longer work is shown on a terminal, kept below what is said, and taken away at the end")
  func progress() async {
    let terminal = terminal(traits: TerminalTraits(width: 40, plain: false))
    await terminal.progress("Waiting for Blynk") { progress in
      await tick(.milliseconds(500))
      terminal.say("half way")
      progress.update("Waiting for Particle")
      await tick(.seconds(1))
    }
    #expect(
      output.writes == [
        "Waiting for Blynk…", "\r\u{1B}[Khalf way\nWaiting for Blynk…",
        "\r\u{1B}[KWaiting for Particle… 1 s", "\r\u{1B}[K",
      ])
  }

  @Test("in plain output longer work appends a line now and then, without an escape code")
  func plainProgress() async {
    await terminal().progress("Waiting for the device") { _ in
      await tick(.seconds(9))
      await tick(.seconds(1))
      await tick(.seconds(10))
    }
    #expect(output.text == "Waiting for t… 10 s\nWaiting for t… 20 s\n")
  }

  @Test("of work within work only the inner is shown, and the outer again when that is over")
  func nestedProgress() async {
    let terminal = terminal(traits: TerminalTraits(width: 40, plain: false))
    await terminal.progress("Outer") { _ in
      await tick(.milliseconds(500))
      await terminal.progress("Inner", countingDown: .seconds(9)) { _ in
        await clock.sleepers(2)
        clock.advance(by: .milliseconds(500))
        await clock.sleepers(2)
      }
      await tick(.seconds(1))
    }
    #expect(
      output.writes == [
        "Outer…", "\r\u{1B}[KInner… 8 s", "\r\u{1B}[K", "Outer… 2 s", "\r\u{1B}[K",
      ])
  }

  @Test("work that fails takes its line away and says why")
  func failingProgress() async {
    let terminal = terminal(traits: TerminalTraits(width: 40, plain: false))
    await #expect(throws: OutputFailure.readerGone) {
      try await terminal.progress("Waiting") { _ in
        await tick(.milliseconds(500))
        throw OutputFailure.readerGone
      }
    }
    #expect(output.writes == ["Waiting…", "\r\u{1B}[K"])
  }

  @Test("a progress line never reaches the last column")
  func longProgress() async {
    let terminal = terminal(traits: TerminalTraits(width: 10, plain: false))
    await terminal.progress("世界世界世界世界") { _ in await tick(.milliseconds(500)) }
    #expect(output.writes.first == "世界世界…")
  }

  /// Moves the clock once someone waits for it, and waits until they wait again.
  private func tick(_ duration: Duration) async {
    await clock.someoneSleeps()
    clock.advance(by: duration)
    await clock.someoneSleeps()
  }
}
