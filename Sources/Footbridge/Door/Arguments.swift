import Ground

/// The command line, with options that stand before the command moved behind it, where the command
/// reads them: `footbridge --home X status` is `footbridge status --home X`.
struct Arguments {
  let given: [String]

  init(_ given: [String]) { self.given = given }

  var ordered: [String] {
    guard let place = given.firstIndex(where: { Program.names.contains($0) }), place > 0,
      given[0].hasPrefix("-")
    else { return given }
    return [given[place]] + given[(place + 1)...] + given[..<place]
  }

  /// The first word, if it should be a command and is none.
  func unknownCommand(among names: [String]) -> Problem? {
    guard let word = given.first, !word.hasPrefix("-"), !names.contains(word) else { return nil }
    let guess = Wording.nearest(word, among: names)
    return Problem(
      code: "unknown-command", title: "There is no such command",
      attempt: "I looked for the command you named:", evidence: [Scrubber([]).scrub(word)],
      causes: guess.map { "Did you mean `footbridge \($0)`?" } ?? "",
      next: "`footbridge --help` lists them: \(Wording.list(names, "and")).", outcome: .usage)
  }
}
