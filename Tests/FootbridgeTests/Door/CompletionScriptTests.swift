import Testing

/// What `make install` puts in place for the shells.
@Suite("Completion scripts")
struct CompletionScriptTests {
  @Test(
    "each shell gets a script that knows the commands and their options",
    arguments: [
      ("bash", "complete "), ("zsh", "#compdef footbridge"), ("fish", "complete "),
    ])
  func script(shell: String, mark: String) async throws {
    let stage = try await Stage(.none, seed: 1)
    let (said, ending) = try await PipedProgram.run(
      stage.call(["--generate-completion-script", shell]))
    #expect(ending == .code(0), "\(said)")
    #expect(said.contains(mark))
    for word in ["firmware", "webhook-limit"] { #expect(said.contains(word), "\(word)") }
  }

  @Test("a shell that there is no script for is refused")
  func unknownShell() async throws {
    let stage = try await Stage(.none, seed: 1)
    let (said, ending) = try await PipedProgram.run(
      stage.call(["--generate-completion-script", "csh"]))
    #expect(ending == .code(64), "\(said)")
  }
}
