import Core
import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Signals belong to the whole process, so these run one after the other.
@Suite("Lines typed at a terminal", .serialized)
struct LineReaderTests {
  private let keyboard = Keyboard()
  private let reader: LineReader
  private let modes: [UInt32]

  init() {
    let keyboard = keyboard
    modes = keyboard.modes
    reader = LineReader(input: keyboard.terminal, output: keyboard.terminal) {
      // Held by the reader, whose last breath is on a thread of its own.
      withExtendedLifetime(keyboard) {
        TerminalTraits(width: 80, unicode: true, interactive: true, plain: false)
      }
    }
  }

  /// Asks, types once the question stands, and says what came; the terminal must be as before.
  private func ask(_ prompt: Prompt = Prompt("Pin?"), typing keys: String) async -> LineInput {
    async let input = reader.readLine(prompt)
    await keyboard.sees(prompt.text.english)
    keyboard.press(keys)
    let answer = await input
    #expect(keyboard.modes == modes)
    return answer
  }

  @Test("a typed line comes back as typed")
  func typed() async {
    #expect(await ask(typing: "V16\r") == .line("V16"))
    #expect(await ask(typing: "\r") == .line(""))
  }

  @Test("letters of any script are edited as letters")
  func utf8() async {
    let left = "\u{1B}[D"
    let keys = "grüße 世界🌉" + left + left + "\u{7F}" + left + "é\r"
    #expect(await ask(typing: keys) == .line("grüßeé 界🌉"))
  }

  /// What terminals send for keys that mean nothing here: no letter of them is typed.
  static let meaningless = [
    "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[2~", "\u{1B}[15~", "\u{1B}[24;2~", "\u{1B}[1;2A", "\u{1B}OP",
    "\u{1B}[[A", "\u{1B}x", "\u{1B}<", "\u{1B}[I", "\u{1B}[200;5u", "\u{1B}]11;rgb:ff/ff/ff\u{7}",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[?64;1;2c", "\u{1B}[<0;10;10M", "\u{1B}\u{1B}[5~",
  ]

  @Test("a key that means nothing leaves the line as it is", arguments: meaningless)
  func unbound(keys: String) async {
    #expect(await ask(typing: "V1" + keys + "6\r") == .line("V16"))
    let prompt = Prompt("Token:", hidden: true)
    #expect(await ask(prompt, typing: "V1" + keys + "6\r") == .hidden("V16"))
  }

  @Test(
    "keys for the ends of a line and for words do so, however a terminal sends them",
    arguments: [
      ("\u{1B}[1~", "\u{1B}[4~"), ("\u{1B}[7~", "\u{1B}[8~"), ("\u{1B}[H", "\u{1B}[F"),
      ("\u{1B}OH", "\u{1B}OF"), ("\u{1B}[1;5D\u{1B}[1;5D", "\u{1B}[1;5C\u{1B}[1;5C"),
      ("\u{1B}[1;3D\u{1B}[1;3D", "\u{1B}[1;3C\u{1B}[1;3C"), ("\u{1B}b\u{1B}b", "\u{1B}f\u{1B}f"),
      ("\u{1B}\u{1B}[D\u{1B}Od\u{1B}Od", "\u{1B}Oc\u{1B}Oc"),
    ])
  func motions(home: String, end: String) async {
    #expect(await ask(typing: "two words" + home + "<" + end + ">\r") == .line("<two words>"))
    #expect(await ask(typing: "xtwo" + "\u{1B}[D\u{1B}[D\u{1B}[D\u{7F}\r") == .line("two"))
    #expect(await ask(typing: "two" + "\u{1B}[D\u{1B}[3~\r") == .line("tw"))
  }

  @Test("bytes that are no UTF-8 become U+FFFD, and the line still ends")
  func broken() async {
    async let input = reader.readLine(Prompt("Pin?"))
    await keyboard.sees("Pin?")
    keyboard.press(bytes: [0x61, 0xFF, 0x62, 0xC3, 0x0D])
    #expect(await input == .line("a\u{FFFD}b\u{FFFD}"))
  }

  @Test("Ctrl-C leaves the line, Ctrl-D ends, and what was typed is gone")
  func leaving() async {
    #expect(await ask(typing: "half\u{3}") == .interrupted)
    #expect(await ask(typing: "\u{4}") == .end)
    #expect(await ask(typing: "ab\u{4}\u{1}\u{4}\r") == .line("b"))
  }

  @Test("Tab puts in what fits, and shows what there is to choose")
  func tab() async {
    let words = ["next", "back", "goto firmware", "goto forward"].map {
      Completion.Candidate($0, note: "about it")
    }
    let prompt = Prompt("Pin?") { Completion(of: $0, at: $1, from: 0, among: words) }
    #expect(await ask(prompt, typing: "ne\t\r") == .line("next "))
    async let input = reader.readLine(prompt)
    await keyboard.sees("Pin?")
    keyboard.press("g\t\t")
    await keyboard.sees("goto firmware  about it")
    await keyboard.sees("goto forward   about it")
    await keyboard.sees("Pin? goto f")
    keyboard.press("i\t\r")
    #expect(await input == .line("goto firmware "))
  }

  @Test("the up key brings back only what may be kept")
  func history() async {
    #expect(await ask(Prompt("Pin?", keepInHistory: true), typing: "kept\r") == .line("kept"))
    #expect(await ask(typing: "an answer\r") == .line("an answer"))
    let hidden = Prompt("Token:", hidden: true, keepInHistory: true)
    #expect(await ask(hidden, typing: "hush\r") == .hidden("hush"))
    #expect(await ask(typing: "\u{1B}[A\r") == .line("kept"))
  }

  @Test("the history file is for its owner only, lasts, and holds no hidden line")
  func historyFile() async throws {
    let path = "/tmp/footbridge-history-\(getpid())"
    defer { unlink(path) }
    for (question, keys) in [("One?", "grüße 1\r"), ("Two?", "\u{1B}[A+\r")] {
      let other = LineReader(
        input: keyboard.terminal, output: keyboard.terminal, historyFile: path
      ) { TerminalTraits(plain: false) }
      async let input = other.readLine(Prompt(Phrase(verbatim: question), keepInHistory: true))
      await keyboard.sees(question)
      keyboard.press(keys)
      #expect(await input == .line(question == "One?" ? "grüße 1" : "grüße 1+"))
      async let secret = other.readLine(Prompt("Token:", hidden: true, keepInHistory: true))
      await keyboard.sees("Token:")
      keyboard.press("hush-hush\r")
      #expect(await secret == .hidden("hush-hush"))
    }
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = read(file, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    #expect(text.contains("1+") && !text.contains("hush"))
  }

  @Test("a hidden line leaves nothing on the screen, however it is typed")
  func hidden() async {
    let prompt = Prompt("Token:", hidden: true)
    #expect(
      await ask(prompt, typing: "wrong\u{15}hux\u{7F}sh\u{1B}[D\u{1B}OAü\r") == .hidden("hushü"))
    #expect(await ask(prompt, typing: "hush\u{3}") == .interrupted)
    #expect(await ask(prompt, typing: "\u{4}") == .end)
    #expect(await ask(prompt, typing: "\u{1B}[200~hush\r\n\u{1B}[201~\r") == .hidden("hush"))
    #expect(await ask(typing: "done\r") == .line("done"))
    for word in ["wrong", "hu", "sh", "ü", "*"] { #expect(!keyboard.transcript.contains(word)) }
  }

  @Test("blanks at the ends of a hidden line belong to it, the end of a pasted line does not")
  func blanks() async {
    let prompt = Prompt("Token:", hidden: true)
    #expect(await ask(prompt, typing: "  hush hush \r") == .hidden("  hush hush "))
    #expect(await ask(prompt, typing: "\u{1B}[200~hush \n\u{1B}[201~\r") == .hidden("hush "))
  }

  @Test("a hidden line cannot be printed")
  func unprintable() async {
    let input = await ask(Prompt("Token:", hidden: true), typing: "hush-hush\r")
    #expect(!"\(input) \(String(reflecting: input))".contains("hush"))
  }

  @Test("what is pasted stays one line that waits for Enter, and commands nothing")
  func paste() async {
    let pasted = "\u{1B}[200~\rone\r\n two\u{3}\tthree\u{1B}[A\r\u{1B}[201~"
    #expect(await ask(typing: pasted + "!\r") == .line("one  two three[A!"))
  }

  @Test("a message is shown above a half-typed line, which goes on")
  func message() async {
    async let input = reader.readLine(Prompt("Pin?"))
    await keyboard.sees("Pin?")
    keyboard.press("V1")
    await keyboard.sees("V1")
    reader.message("The device is online.\n")
    await keyboard.sees("The device is online.\r\nPin? V1")
    keyboard.press("6\r")
    #expect(await input == .line("V16"))
    reader.message("Now.\n")
    await keyboard.sees("Now.\r\n")
  }

  @Test("a message while a hidden line is typed shows the question again, and no letter")
  func hiddenMessage() async {
    async let input = reader.readLine(Prompt("Token:", hidden: true))
    await keyboard.sees("Token:")
    keyboard.press("hu")
    reader.message("The device is online.\n")
    await keyboard.sees("The device is online.\r\nToken: ")
    keyboard.press("sh\r")
    #expect(await input == .hidden("hush"))
    #expect(!keyboard.transcript.contains("hu"))
  }

  @Test(
    "signals end the read, and the terminal is as it was", arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(number: Int32) async {
    // A shell starts its background jobs with SIGINT ignored, and what was ignored stays so.
    signal(number, SIG_DFL)
    for hidden in [true, false] {
      async let input = reader.readLine(Prompt("Pin?", hidden: hidden))
      await keyboard.sees("Pin?")
      keyboard.press("half")
      kill(getpid(), number)
      #expect(await input == (number == SIGINT ? .interrupted : .terminated(signal: number)))
      #expect(keyboard.modes == modes)
    }
  }

  @Test("a narrower window draws the line anew")
  func resize() async {
    async let input = reader.readLine(Prompt("Pin?"))
    await keyboard.sees("Pin?")
    keyboard.press("0123456789 123456789 123456789 123456789")
    await keyboard.sees("789")
    keyboard.resize(columns: 40)
    kill(getpid(), SIGWINCH)
    await keyboard.sees("Pin? 0123456789")
    keyboard.press("!\r")
    #expect(await input == .line("0123456789 123456789 123456789 123456789!"))
  }

  @Test("a cancelled question ends as interrupted, and the next one is asked as ever")
  func cancel() async {
    let asking = Task { await reader.readLine(Prompt("Pin?")) }
    await keyboard.sees("Pin?")
    asking.cancel()
    #expect(await asking.value == .interrupted)
    let never = Task { await reader.readLine(Prompt("Never?")) }
    never.cancel()
    #expect(await never.value == .interrupted)
    #expect(await ask(typing: "V1\r") == .line("V1"))
  }
}
