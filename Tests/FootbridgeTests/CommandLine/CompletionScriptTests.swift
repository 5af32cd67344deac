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

  @Test("what begins an answer goes on without a blank")
  func noBlank() async throws {
    let stage = try await Stage(.none, seed: 1)
    for (shell, mark) in [("bash", "compopt -o nospace"), ("zsh", "compadd -S ''")] {
      let (said, _) = try await PipedProgram.run(
        stage.call(["--generate-completion-script", shell]))
      #expect(said.contains(mark) && said.contains("blynk.webhook-limit="), "\(shell)")
      #expect(said.contains("forward="), "\(shell)")
    }
  }

  @Test(
    "a shell that asks hears the names that stand in the guide and in the help",
    arguments: [
      (["guide", "--", "positional@0"], "particle-integration"),
      (["setup", "--", "--set"], "blynk.server="),
      (["explain", "--", "positional@0"], "FOOTBRIDGE_GUIDES"),
      (["explain", "--", "positional@0"], "webhook-wrong-body"),
    ])
  func asked(line: [String], name: String) async throws {
    let stage = try await Stage(.none, seed: 1)
    let (said, ending) = try await PipedProgram.run(
      stage.call(["---completion"] + line + ["2", "0", "footbridge", line[0], ""]))
    #expect(ending == .code(0), "\(said)")
    #expect(said.split(separator: "\n").map(String.init).contains(name), "\(said)")
    #expect(!said.contains("particle.access_token"), "a secret is no --set answer")
  }

  @Test("a shell that there is no script for is refused")
  func unknownShell() async throws {
    let stage = try await Stage(.none, seed: 1)
    let (said, ending) = try await PipedProgram.run(
      stage.call(["--generate-completion-script", "csh"]))
    #expect(ending == .code(64), "\(said)")
  }
}
