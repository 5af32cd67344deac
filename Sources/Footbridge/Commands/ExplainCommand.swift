import ArgumentParser
import Core
import Guide
import RoundTrip
import Terminal

/// `footbridge explain CAUSE`, and the topics of `footbridge help TOPIC`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "What a cause means, how it is seen, how to mend it.",
    discussion: """
      `footbridge help causes`, `help warnings`, `help environment` and `help exit-codes` list them.
      """)

  @Argument(
    help: "A cause, a topic, or an exit code or variable; a list without it.",
    completion: GuideNames.explained)
  var name: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let context = CommandContext(common)
    guard let name else { return try causes(context) }
    if name == "causes" { return try causes(context) }
    let folder = try context.guideFolder()
    if HelpPage.names.contains(name) {
      let page = try HelpPage.load(name, beside: folder, language: context.catalog.language)
      return try context.sayAtLength { self.page(page, $0) }
    }
    for topic in HelpPage.names {
      let page = try HelpPage.load(
        topic, beside: folder, language: context.catalog.language)
      guard let entry = page.entries.first(where: { $0.name == name }) else { continue }
      return say(entry, context.terminal)
    }
    throw ExplainCommand.unknown(name)
  }

  private func causes(_ context: CommandContext) throws {
    let page = try HelpPage.load(
      "causes", beside: context.guideFolder(), language: context.catalog.language)
    let rows = Cause.allCases.map {
      [TableView.Cell(Phrase(verbatim: $0.code), .code), .init($0.title)]
    }
    try context.sayAtLength { terminal in
      terminal.say(Phrase(verbatim: page.title), .bold)
      terminal.say(page.intro)
      terminal.table(TableView(columns: [.init("cause"), .init("means")], rows: rows))
    }
  }

  private func page(_ page: HelpPage, _ terminal: TerminalOutput) {
    terminal.say(Phrase(verbatim: page.title), .bold)
    terminal.say(page.intro)
    for entry in page.entries {
      terminal.pause()
      terminal.say(Phrase(verbatim: entry.name), .bold)
      terminal.say(entry.text)
    }
  }

  private func say(_ entry: HelpPage.Entry, _ terminal: TerminalOutput) {
    let cause = Cause(rawValue: entry.name)
    terminal.say(cause.map { "\(entry.name): \($0.title)" } ?? Phrase(verbatim: entry.name), .bold)
    terminal.say(entry.text)
    guard let section = cause?.section else { return }
    terminal.pause()
    terminal.say("In the guide: `footbridge guide \(section.rawValue)`.")
  }

  private static func unknown(_ name: String) -> Problem {
    let known = Cause.allCases.map(\.code) + HelpPage.names
    let holding = name.count < 3 ? [] : known.filter { $0.contains(name.lowercased()) }
    let guess: Phrase =
      holding.isEmpty
      ? Wording.nearest(name, among: known).map { "Did you mean `\($0)`?" } ?? ""
      : "Did you mean \(Wording.list(holding.map { "`\($0)`" }))?"
    return Problem(
      code: "cause-unknown", title: "I know no cause of that name",
      attempt: "I looked for it:", evidence: [Phrase(verbatim: Scrubber([]).scrub(name))],
      causes: guess,
      next: "`footbridge help causes` lists them.", outcome: .usage)
  }
}
