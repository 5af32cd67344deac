import ArgumentParser
import Capabilities
import Core
import Guide
import Storage
import Terminal

/// `footbridge guide [SECTION]`.
struct GuideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: "Read the guide in the terminal.")

  @Argument(
    help: "One section, by its name or number; the table of contents without it.",
    completion: GuideNames.sections)
  var section: String?

  @Option(
    help: ArgumentHelp("Look for what would trip a person in a guide.", valueName: "dir"),
    completion: .directory)
  var lint: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try CommonOptions.refuseEmpty([("--lint", lint)])
  }

  func run() async throws {
    let context = CommandContext(common)
    if let lint { return try check(lint, context.terminal) }
    let guide = try context.store.guide()
    guard let section else { return contents(guide, context.terminal) }
    let named = guide.sections.filter { $0.id == section || "\($0.number)" == section }
    let found = named.isEmpty ? guide.sections.filter { $0.holds(section.lowercased()) } : named
    guard !found.isEmpty else { throw absent(section, guide) }
    try context.sayAtLength { terminal in
      for section in found { try read(section, context, terminal) }
    }
  }

  private func contents(_ guide: GuideDocument, _ terminal: TerminalOutput) {
    terminal.say(Phrase(verbatim: guide.title), .bold)
    terminal.table(
      TableView(
        columns: [.init("", .right), .init("section"), .init("about"), .init("path")],
        rows: guide.sections.map {
          [
            .init("\($0.number)"), .init(Phrase(verbatim: $0.id)),
            .init(Phrase(verbatim: $0.title)),
            .init(Phrase(key: $0.path?.rawValue ?? "both")),
          ]
        }))
    terminal.say("`footbridge guide SECTION` reads one.")
  }

  private func read(
    _ section: Section, _ context: CommandContext, _ terminal: TerminalOutput
  ) throws {
    let phrases: [String: Phrase] = [
      "particle.url": Phrase(verbatim: Bindings.particleCloud),
      "event": Phrase(verbatim: Bindings.eventName),
      "function": Phrase(verbatim: Bindings.functionName),
      "secrets.file": Phrase(verbatim: SecretsFile(home: context.home).path),
      // Without a setup nobody knows the device.
      "particle.connection": "GSM or WiFi", "particle.led": "the LED, where the device has one",
    ]
    let values = phrases.mapValues(context.catalog.told)
    terminal.say("\(section.number)  \(section.title)", .bold)
    terminal.say(try GuideDocument.fill(section.intro, values: values))
    for step in section.steps {
      terminal.pause()
      terminal.say(Phrase(verbatim: step.title), .bold)
      terminal.say(try GuideDocument.fill(step.body, values: values))
    }
    terminal.pause()
  }

  private func check(_ directory: String, _ terminal: TerminalOutput) throws {
    let findings = GuideLint.findings(
      inDirectory: directory, checks: CapabilityTable.checks, acts: CapabilityTable.acts,
      names: Bindings.derivedNames)
    // A line each, as editors and greps want it.
    for finding in findings { terminal.data(terminal.traits.catalog.told(finding.phrase) + "\n") }
    guard findings.isEmpty else { throw ExitCode(Problem.Outcome.badData.rawValue) }
    terminal.say("✓ Nothing in \(directory) would trip a person.", .good)
  }

  private func absent(_ name: String, _ guide: GuideDocument) -> Problem {
    let names = guide.sections.map(\.id)
    let guess: Phrase =
      Wording.nearest(name, among: names).map { "Did you mean `\($0)`?" } ?? ""
    return Problem(
      code: "section-unknown", title: "The guide has no such section",
      attempt: "I looked for it:", evidence: [Phrase(verbatim: Scrubber([]).scrub(name))],
      causes: guess,
      next: "Its sections are \(Wording.list(names, "and")).", outcome: .usage)
  }
}

extension Section {
  /// Whether it has a word of its name, or the name of one of its steps.
  fileprivate func holds(_ name: String) -> Bool {
    id.split(separator: "-").contains { $0 == name }
      || steps.contains { $0.name.step == name || $0.name.rawValue == name }
  }
}
