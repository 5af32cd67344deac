import Core
import Guide

/// The command line, with options that stand before the command moved behind it, where the command
/// reads them: `footbridge --home X status` is `footbridge status --home X`.
struct CommandLineArguments {
  let given: [String]

  init(_ given: [String]) { self.given = given }

  /// Where the first word stands that is no option and no option's value.
  private var firstWord: Int? {
    var place = given.startIndex
    while place < given.endIndex, given[place].hasPrefix("-") {
      place += CommonOptions.takingValues.contains(given[place]) ? 2 : 1
    }
    return place < given.endIndex ? place : nil
  }

  /// The first word, if it is a command.
  var command: String? {
    firstWord.map { given[$0] }.flatMap { Program.names.contains($0) ? $0 : nil }
  }

  /// The file of `--record`.
  var recording: String? { value(of: "--record") }

  /// The help of a command, and not of one that stands behind `--`.
  var asksForHelp: Bool {
    let mine = given.prefix { $0 != "--" }
    return mine.contains("--help") || mine.contains("-h")
  }

  /// The folder of `--home`.
  var home: String? { value(of: "--home") }

  /// The value of an option, be it written with a blank or with `=`; what stands behind `--` is
  /// another command's.
  private func value(of option: String) -> String? {
    let mine = given.prefix { $0 != "--" }
    if let joined = mine.last(where: { $0.hasPrefix("\(option)=") }) {
      return String(joined.dropFirst(option.count + 1))
    }
    guard let flag = mine.lastIndex(of: option), flag + 1 < mine.endIndex else { return nil }
    return mine[flag + 1]
  }

  /// A shell that asks what would complete a line, which stands behind it as it was typed.
  private static let completion = "---completion"

  var ordered: [String] {
    guard given.first != CommandLineArguments.completion, let place = firstWord, place > 0,
      Program.names.contains(given[place])
    else {
      return given
    }
    return [given[place]] + given[(place + 1)...] + given[..<place]
  }

  /// What `history merge` is to the parser, which would take `merge` for a setup's name.
  static let merging = "history-merge"

  /// With `help TOPIC` turned into the command that shows topics, and `history merge` into one
  /// word; `help COMMAND` stays as it is.
  var withTopics: [String] {
    let ordered = ordered
    if ordered.starts(with: ["history", "merge"]) {
      return [CommandLineArguments.merging] + ordered.dropFirst(2)
    }
    guard ordered.first == "help", ordered.count > 1, HelpPage.names.contains(ordered[1]) else {
      return ordered
    }
    return ["explain"] + ordered[1...]
  }

  /// The first word, if it should be a command and is none.
  func unknownCommand(among names: [String]) -> Problem? {
    guard let place = firstWord, !names.contains(given[place]) else { return nil }
    let word = given[place]
    let guess = Wording.nearest(word, among: names)
    return Problem(
      code: "unknown-command", title: "There is no such command",
      attempt: "I looked for the command you named:",
      evidence: [Phrase(verbatim: Scrubber([]).scrub(word))],
      causes: guess.map { "Did you mean `footbridge \($0)`?" } ?? "",
      next: "`footbridge --help` lists them: \(Wording.list(names, "and")).", outcome: .usage)
  }

  /// `help` with a word that is neither a command nor a topic: the parser would show its own page.
  func unknownTopic(among names: [String]) -> Problem? {
    let ordered = ordered
    guard ordered.first == "help", let word = ordered.dropFirst().first, !word.hasPrefix("-"),
      !(names + HelpPage.names).contains(word)
    else { return nil }
    let guess = Wording.nearest(word, among: names + HelpPage.names)
    return Problem(
      code: "unknown-command", title: "There is no help of that name",
      attempt: "I looked for the command or topic you named:",
      evidence: [Phrase(verbatim: Scrubber([]).scrub(word))],
      causes: guess.map { "Did you mean `footbridge help \($0)`?" } ?? "",
      next: "`footbridge --help` lists the commands; the topics are "
        + "\(Wording.list(HelpPage.names, "and")).", outcome: .usage)
  }

  /// Whether an option was refused that practice clouds of one's own take.
  private func belongsToServe(_ reason: String) -> Bool {
    command == "practice" && !given.contains("serve")
      && ["--fault", "--list-faults", "--ready"].contains { reason.contains("'\($0)'") }
  }

  /// What the argument parser refused, as a page of ours: its own would name the usage of the
  /// wizard's hidden command.
  func refused(_ reason: String) -> Problem {
    let serve = command == "practice" && given.contains("serve") ? "serve" : nil
    let name = ["footbridge", command, serve].compactMap(\.self).joined(separator: " ")
    return Problem(
      code: "usage", title: "The command line does not fit",
      attempt: "I read the command line of `\(name)`:",
      evidence: [Scrubber([]).scrub(ParserMessage.phrase(of: reason))],
      next: belongsToServe(reason)
        ? "`footbridge practice serve` takes it; it opens practice clouds for a setup of your own."
        : "`\(name) --help` lists what it takes.", outcome: .usage)
  }
}
