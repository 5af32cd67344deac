import Testing

@testable import Terminal

@Suite("What the terminal can do")
struct TerminalTraitsTests {
  private let all = StandardTerminals(input: true, output: true, error: true)
  private let xterm = ["TERM": "xterm-256color", "LANG": "de_DE.UTF-8"]

  @Test("a person at a common terminal gets everything")
  func person() {
    let window = WindowSize(columns: 132, rows: 50)
    #expect(
      TerminalTraits(environment: xterm, terminals: all, window: window)
        == TerminalTraits(
          width: 132, height: 50, colour: true, unicode: true, interactive: true, plain: false))
  }

  @Test(
    "a setting takes away what it says, and nothing else",
    arguments: [
      (["NO_COLOR": "1"], false, true, false), (["NO_COLOR": ""], true, true, false),
      (["TERM": "dumb"], false, true, true), (["TERM": ""], false, true, true),
      (["CI": "true"], true, false, false), (["CI": ""], true, true, false),
    ])
  func settings(extra: [String: String], colour: Bool, interactive: Bool, plain: Bool) {
    let environment = xterm.merging(extra) { $1 }
    let traits = TerminalTraits(environment: environment, terminals: all)
    #expect(
      traits
        == TerminalTraits(colour: colour, unicode: true, interactive: interactive, plain: plain))
  }

  @Test("every mix of terminals: a prompt needs input and output, colour the stream it is on")
  func mixes() {
    for bits in 0..<8 {
      let mix = StandardTerminals(input: bits & 1 > 0, output: bits & 2 > 0, error: bits & 4 > 0)
      for (stream, draws) in [(OutputStream.output, mix.output), (.error, mix.error)] {
        let traits = TerminalTraits(environment: xterm, terminals: mix, stream: stream)
        #expect(traits.interactive == (mix.input && mix.output))
        #expect(traits.colour == draws)
        #expect(traits.plain == !draws)
      }
    }
  }

  @Test("--plain leaves the person there, and takes colour and redraw away")
  func plain() {
    let traits = TerminalTraits(environment: xterm, terminals: all, plain: true)
    #expect(traits == TerminalTraits(unicode: true, interactive: true, plain: true))
  }

  @Test(
    "the first locale variable that says anything decides about the signs",
    arguments: [
      (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false), (["LC_ALL": "", "LANG": "C.utf8"], true),
      (["LC_CTYPE": "UTF-8", "LANG": "C"], true), ([:], false),
      (["LANG": "de_DE.ISO-8859-1"], false),
      (["LC_ALL": "C.UTF-8", "LC_CTYPE": "C"], true),
    ])
  func locale(environment: [String: String], unicode: Bool) {
    #expect(TerminalTraits(environment: environment, terminals: all).unicode == unicode)
  }

  @Test(
    "the window tells its width, COLUMNS where there is none, and 80 is the last resort",
    arguments: [("100", 100), ("0", 80), ("-3", 80), ("wide", 80), ("", 80)])
  func columns(said: String, width: Int) {
    #expect(TerminalTraits(environment: ["COLUMNS": said], terminals: all).width == width)
    let window = WindowSize(columns: 51, rows: 9)
    let seen = TerminalTraits(environment: ["COLUMNS": said], terminals: all, window: window)
    #expect(seen.width == 51)
  }
}
