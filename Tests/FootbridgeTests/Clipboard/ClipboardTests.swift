import Core
import Foundation
import Terminal
import Testing

@testable import SetupFlow

@Suite("The clipboard")
struct ClipboardTests {
  /// As the program does at its start: one that takes no input may be gone before it is written.
  init() { TerminalOutput.prepareProcess() }

  private let text: MaskedText =
    "Bearer \(Secret("canary-0123456789", name: "particle.access_token"))"

  /// A program of a shell, which writes down what it was given and ends so.
  private func program(_ scratch: Scratch, ending code: Int = 0) throws -> String {
    let file = scratch.file("wl-copy")
    let script = """
      #!/bin/sh
      cat >'\(scratch.file("input"))'
      { echo "$0 $*"; tr '\\0' ' ' </proc/$$/cmdline; env; } >'\(scratch.file("seen"))'
      echo noise; echo noise >&2
      exit \(code)

      """
    try script.write(toFile: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return file
  }

  private func clipboard() -> Clipboard {
    Clipboard(environment: ["PATH": "/usr/bin:/bin", "MINE": "yes"]) { _ in }
  }

  @Test("a program gets the text by its input, and nothing of it in any other way")
  func program() async throws {
    let scratch = try Scratch()
    let path = try program(scratch)
    let outcome = await clipboard().put(text, by: .program(path: path, arguments: ["-n"]))
    #expect(outcome == .put)
    let input = try String(contentsOfFile: scratch.file("input"), encoding: .utf8)
    #expect(input == "Bearer canary-0123456789")
    let seen = try String(contentsOfFile: scratch.file("seen"), encoding: .utf8)
    #expect(seen.contains("\(path) -n") && seen.contains("MINE=yes"))
    #expect(!seen.contains("canary"))
  }

  @Test("a program that fails, or is none, has not taken it")
  func refusing() async throws {
    let scratch = try Scratch()
    let path = try program(scratch, ending: 1)
    #expect(await clipboard().put(text, by: .program(path: path, arguments: [])) == .refused)
    let none = ClipboardMethod.program(path: scratch.file("none"), arguments: [])
    #expect(await clipboard().put(text, by: none) == .refused)
    let deaf = ClipboardMethod.program(path: "/bin/false", arguments: [])
    #expect(await clipboard().put(text, by: deaf) == .refused)
  }

  @Test("a terminal gets one escape sequence, wrapped for what stands before it")
  func sequences() {
    let bytes = Array("0123456789012345678901234567890123456789012345678901234567".utf8)
    let base64 = Base64.encode(bytes)
    #expect(ClipboardSequence.text(bytes, through: nil) == "\u{1B}]52;c;\(base64)\u{7}")
    #expect(
      ClipboardSequence.text(bytes, through: .tmux)
        == "\u{1B}]52;c;\(base64)\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;\(base64)\u{7}\u{1B}\\")
    let pieces = ClipboardSequence.text(bytes, through: .screen)
      .split(separator: "\u{1B}\\", omittingEmptySubsequences: true)
    #expect(pieces.count == 2 && pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.count <= 78 })
    #expect(pieces.map { $0.dropFirst(2) }.joined() == "\u{1B}]52;c;\(base64)\u{7}")
  }

  @Test("a text that is too long for a pipe goes nowhere")
  func long() async {
    let long = MaskedText(String(repeating: "x", count: Clipboard.limitBytes + 1))
    #expect(await clipboard().put(long, by: .terminal(nil)) == .refused)
  }
}
