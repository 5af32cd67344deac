import ArgumentParser
import Console
import Ground
import Guidebook
import RoundTrip

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
    let doorway = Doorway(common)
    guard let name else { return try causes(doorway) }
    if name == "causes" { return try causes(doorway) }
    let folder = try doorway.guideFolder()
    if HelpPage.names.contains(name) {
      let page = try HelpPage.load(name, beside: folder, language: doorway.catalogue.language)
      return try doorway.sayAtLength { self.page(page, $0) }
    }
    for topic in HelpPage.names {
      let page = try HelpPage.load(
        topic, beside: folder, language: doorway.catalogue.language)
      guard let entry = page.entries.first(where: { $0.name == name }) else { continue }
      return say(entry, doorway.terminal)
    }
    throw ExplainCommand.unknown(name)
  }

  private func causes(_ doorway: Doorway) throws {
    let page = try HelpPage.load(
      "causes", beside: doorway.guideFolder(), language: doorway.catalogue.language)
    let rows = Cause.allCases.map { [TableView.Cell($0.code, .code), .init($0.title)] }
    try doorway.sayAtLength { terminal in
      terminal.say(page.title, .bold)
      terminal.say(page.intro)
      terminal.table(TableView(columns: [.init("cause"), .init("means")], rows: rows))
    }
  }

  private func page(_ page: HelpPage, _ terminal: Terminal) {
    terminal.say(page.title, .bold)
    terminal.say(page.intro)
    for entry in page.entries {
      terminal.pause()
      terminal.say(entry.name, .bold)
      terminal.say(entry.text)
    }
  }

  private func say(_ entry: HelpPage.Entry, _ terminal: Terminal) {
    let cause = Cause(rawValue: entry.name)
    terminal.say(cause.map { "\(entry.name): \($0.title)" } ?? entry.name, .bold)
    terminal.say(entry.text)
    guard let section = cause?.section else { return }
    terminal.pause()
    terminal.say("In the guide: `footbridge guide \(section.rawValue)`.")
  }

  private static func unknown(_ name: String) -> Problem {
    let known = Cause.allCases.map(\.code) + HelpPage.names
    let guess = Wording.nearest(name, among: known).map { "Did you mean `\($0)`?" } ?? ""
    return Problem(
      code: "cause-unknown", title: "I know no cause of that name",
      attempt: "I looked for it:", evidence: [Scrubber([]).scrub(name)], causes: guess,
      next: "`footbridge help causes` lists them.", outcome: .usage)
  }
}
