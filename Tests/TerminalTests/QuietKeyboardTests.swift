import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is typed or pasted where it would be seen. Of one keyboard at a time, as a process has one.
@Suite("A quiet keyboard", .serialized)
struct QuietKeyboardTests {
  private let keyboard = Keyboard()
  private let reader: LineReader

  init() {
    let keyboard = keyboard
    reader = LineReader(input: keyboard.terminal, output: keyboard.terminal) {
      // Held by the reader, whose last breath is on a thread of its own.
      withExtendedLifetime(keyboard) {
        TerminalTraits(width: 80, unicode: true, interactive: true, plain: false)
      }
    }
  }

  private static let token = "0123456789abcdef0123456789ABCDEF"
  private static let (begin, end) = ("\u{1B}[200~", "\u{1B}[201~")

  /// Whether the terminal shows by itself what is typed.
  private var echoes: Bool { keyboard.modes[3] & UInt32(ECHO) != 0 }

  @Test("between two prompts nothing is shown by the terminal, and afterwards all is as before")
  func betweenPrompts() async {
    let modes = keyboard.modes
    await reader.quietly {
      #expect(!echoes)
      keyboard.press("ahead\r")
      #expect(await reader.readLine(Prompt("Token:", hidden: true)) == .hidden("ahead"))
      #expect(!echoes)
      async let line = reader.readLine(Prompt("Pin?"))
      await keyboard.sees("Pin?")
      keyboard.press("V16\r")
      #expect(await line == .line("V16"))
      #expect(!echoes)
    }
    #expect(keyboard.modes == modes)
    #expect(!keyboard.transcript.contains("ahead"))
  }

  @Test("a reader that goes leaves the terminal as it was, and not as it was while quiet")
  func gone() async {
    let modes = keyboard.modes
    do {
      let reader = LineReader(input: keyboard.terminal, output: keyboard.terminal) {
        TerminalTraits(width: 80, unicode: true, interactive: true, plain: false)
      }
      await reader.quietly {
        async let line = reader.readLine(Prompt("Pin?"))
        await keyboard.sees("Pin?")
        keyboard.press("V16\r")
        #expect(await line == .line("V16"))
      }
    }
    #expect(keyboard.modes == modes)
  }

  @Test("a work that fails leaves the terminal as it was")
  func failure() async {
    let modes = keyboard.modes
    await #expect(throws: CancellationError.self) {
      try await reader.quietly { throw CancellationError() }
    }
    #expect(keyboard.modes == modes)
  }

  @Test(
    "a token pasted where a visible line is asked comes as a secret, and is not shown",
    arguments: [
      "", "#define BLYNK_AUTH_TOKEN \"", "#define BLYNK_TEMPLATE_ID \"TMPL1\"\r\n#define T ",
    ])
  func pastedToken(before: String) async {
    async let input = reader.readLine(Prompt("Name?"))
    await keyboard.sees("Name?")
    keyboard.press("my " + Self.begin + before + Self.token + "\"" + Self.end)
    await keyboard.sees("********")
    keyboard.press("x\u{7F}\r")
    let line = before.replacing("\r\n", with: " ")
    #expect(await input == .hidden("my " + line + Self.token + "\""))
    #expect(!keyboard.transcript.contains("0123"))
  }

  @Test(
    "a token that comes as typed letters leaves the screen", arguments: ["", "my ", "T \""])
  func typedToken(before: String) async {
    async let input = reader.readLine(Prompt("Name?"))
    await keyboard.sees("Name?")
    keyboard.press(before + Self.token.dropLast())
    await keyboard.sees("CDE")
    keyboard.press("F\"")
    await keyboard.sees("\r\u{1B}[JName? ********")
    keyboard.press("\r")
    #expect(await input == .hidden(before + Self.token + "\""))
  }

  @Test("a token put together in the middle of a line leaves the screen with Enter")
  func joinedToken() async {
    async let input = reader.readLine(Prompt("Name?"))
    await keyboard.sees("Name?")
    keyboard.press(Self.token.dropFirst() + "\u{1}0\r")
    await keyboard.sees("\r\u{1B}[JName? ********")
    #expect(await input == .hidden(Self.token))
  }

  @Test("a hidden line that is taken back is a visible one again", arguments: ["\u{15}", "\u{7F}"])
  func takenBack(key: Character) async {
    async let input = reader.readLine(Prompt("Name?"))
    await keyboard.sees("Name?")
    keyboard.press(Self.begin + Self.token + Self.end)
    await keyboard.sees("********")
    keyboard.press(String(repeating: key, count: Self.token.count))
    await keyboard.sees("\r\u{1B}[J")
    keyboard.press("V16")
    await keyboard.sees("V16")
    keyboard.press("\r")
    #expect(await input == .line("V16"))
    #expect(!keyboard.transcript.contains("0123"))
  }

  @Test("a token pasted while nothing is asked is hidden from the next prompt too")
  func pastedAhead() async {
    await reader.quietly {
      async let first = reader.readLine(Prompt("Pin?"))
      await keyboard.sees("Pin?")
      keyboard.press("V16\r")
      #expect(await first == .line("V16"))
      keyboard.press(Self.begin + Self.token + Self.end + "\r")
      #expect(await reader.readLine(Prompt("Name?")) == .hidden(Self.token))
    }
    #expect(!keyboard.transcript.contains("0123"))
    await keyboard.sees("\u{1B}[?2004l")
  }

  @Test("what is shorter than a token is shown, and may be edited")
  func shorter() async {
    async let input = reader.readLine(Prompt("Name?"))
    await keyboard.sees("Name?")
    let id = "0123456789abcdef01234567"
    keyboard.press(Self.begin + id + Self.end)
    await keyboard.sees(id)
    keyboard.press("\u{7F}\r")
    #expect(await input == .line(String(id.dropLast())))
  }
}
