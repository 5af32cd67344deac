import Dispatch
import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension LineReaderTests {
  @Suite("Lines without libedit")
  struct PlainLineReaderTests {
    private func reader(of bytes: [UInt8]) -> (reader: LineReader, screen: Int32) {
      var input: [Int32] = [-1, -1]
      var output: [Int32] = [-1, -1]
      _ = pipe(&input)
      _ = pipe(&output)
      let (source, end) = (input[1], input[0])
      DispatchQueue(label: "typist").async {
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = rest.withUnsafeBytes { write(source, $0.baseAddress, $0.count) }
          rest = rest.dropFirst(max(1, count))
        }
        close(source)
      }
      _ = fcntl(output[0], F_SETFL, O_NONBLOCK)
      return (
        LineReader(input: end, output: output[1]) {
          TerminalTraits(interactive: true, plain: false)
        },
        output[0]
      )
    }

    @Test("lines come from a pipe as they are, the last without an end too, and no prompt is shown")
    func pipes() async {
      let (reader, screen) = reader(of: Array("one\r\n\nnul\0!\ngrüße\nlast".utf8))
      for line in ["one", "", "nul!", "grüße", "last"] {
        #expect(await reader.readLine(Prompt("Pin?")) == .line(line))
      }
      #expect(await reader.readLine(Prompt("Pin?", hidden: true)) == .end)
      #expect(await reader.readLine(Prompt("Pin?")) == .end)
      var buffer = [UInt8](repeating: 0, count: 16)
      #expect(read(screen, &buffer, buffer.count) == -1 && errno == EAGAIN)
    }

    @Test("a line is cut at the limit, and the next one is whole")
    func limit() async {
      let long = [UInt8](repeating: 0x61, count: LineReader.lineLimitBytes + 5)
      let (reader, _) = reader(of: long + Array("\nnext\n".utf8))
      let cut = String(repeating: "a", count: LineReader.lineLimitBytes)
      #expect(await reader.readLine(Prompt("Pin?")) == .line(cut))
      #expect(await reader.readLine(Prompt("Pin?")) == .line("next"))
    }

    @Test("a closed input is an end")
    func closed() async {
      let reader = LineReader(input: -1, output: -1) { TerminalTraits() }
      #expect(await reader.readLine(Prompt("Pin?")) == .end)
    }

    @Test("a plain terminal gets the question and no escape code, and hides what is to be hidden")
    func plain() async {
      let keyboard = Keyboard()
      let modes = keyboard.modes
      let reader = LineReader(input: keyboard.terminal, output: keyboard.terminal) {
        TerminalTraits(interactive: true, plain: true)
      }
      async let line = reader.readLine(Prompt("Pin?"))
      await keyboard.sees("Pin? ")
      keyboard.press("V16\r")
      #expect(await line == .line("V16"))
      async let secret = reader.readLine(Prompt("Token:", hidden: true))
      await keyboard.sees("Token: ")
      keyboard.press("hush\r")
      #expect(await secret == .hidden("hush"))
      reader.message("End.\n")
      await keyboard.sees("\r\nEnd.\r\n")
      #expect(keyboard.modes == modes)
      #expect(!keyboard.transcript.contains("hush") && !keyboard.transcript.contains("\u{1B}"))
    }
  }
}
