import Console

extension Doorway {
  /// Says what may be longer than the window: then in the person's pager, if a person is there.
  func sayAtLength(_ say: (Terminal) throws -> Void) throws {
    let traits = terminal.traits
    guard traits.interactive, !traits.plain, let height = traits.height,
      let pager = Pager(environment: environmentOfChildren)
    else { return try say(terminal) }
    let draft = Draft()
    let output = Sink { text in
      draft.add(text)
      return nil
    }
    try say(
      Terminal.standard(
        environment: environment, plain: options.plain, catalogue: catalogue, output: output))
    let isLong = draft.text.split(separator: "\n", omittingEmptySubsequences: false).count > height
    if !isLong || !pager.show(draft.text) { terminal.data(draft.text) }
  }
}
