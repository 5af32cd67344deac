import Terminal

extension CommandContext {
  /// Says where practice setups are, if there are any, to who finds none here.
  func tellPracticeHome() {
    guard let practice = store.practice(holding: nil) else { return }
    terminal.say("`footbridge practice` keeps its own apart: add `--home \(practice.path)`.")
  }

  /// Says what may be longer than the window: then in the person's pager, if a person is there.
  func sayAtLength(_ say: (TerminalOutput) throws -> Void) throws {
    let traits = terminal.traits
    guard traits.interactive, !traits.plain, let height = traits.height,
      let pager = Pager(environment: environmentOfChildren)
    else { return try say(terminal) }
    let draft = BufferedOutput()
    let output = OutputSink { text in
      draft.add(text)
      return nil
    }
    try say(
      TerminalOutput.standard(
        environment: environment, plain: options.plain, catalog: catalog, output: output))
    let isLong = draft.text.split(separator: "\n", omittingEmptySubsequences: false).count > height
    if !isLong || !pager.show(draft.text) { terminal.data(draft.text) }
  }
}
