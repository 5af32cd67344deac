import ArgumentParser
import Capabilities
import Core
import Guide
import Reports
import RoundTrip
import SetupFlow
import Storage
import Terminal
import Trips

/// `footbridge test [NAME]`.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "The round trip: one value, out and back, leg by leg.",
    discussion: """
      Sets V16 in Blynk to its other value and watches five legs: write, call, publish, forward, \
      read. The switch is put back as found. Whatever is wired to it moves twice.

      Many trips (--count) end in a table of how long each leg took. Blynk drops webhook calls \
      over ten a minute, and a trip causes two: a trip that would go over waits, and says so. \
      --watch ends with Ctrl-C, and the exit code then says what it saw.

      --all makes one trip of every setup, as many at once as --at-once says, and begins no more \
      than Particle's limits allow. A setup that another process holds, or that is not finished, \
      is told as such. `footbridge history merge` puts the parts of --shard together.

      Exit codes: 0 it came back; 1 a leg failed, or took longer than --max-total or --max-leg \
      allow; 2 a cloud could not be asked; 130 called off.
      """)

  @Argument(help: "The setup; not needed when there is one.")
  var name: String?

  @Flag(help: "One JSON object a trip, a line each; words go to the error stream.")
  var json = false

  @OptionGroup var fleet: FleetOptions
  @OptionGroup var trips: TripOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !json || !reports.takesOutput else {
      throw ValidationError.saying("Standard output takes one report; --json has it already.")
    }
    guard fleet.all else { return }
    guard name == nil else {
      throw ValidationError.saying("--all takes every setup: leave out the name, or --all.")
    }
    guard trips.schedule == TripSchedule(), !trips.byHand, reports.asked.isEmpty else {
      throw ValidationError.saying(
        "--all makes one trip of each setup: leave out --count, --watch, --by-hand and reports.")
    }
  }

  func run() async throws {
    let context = CommandContext(common, json: json || reports.takesOutput)
    if reports.jsonSchema {
      return context.terminal.data(
        try HelpFile.text(HelpFile.tripSchema, beside: context.guideFolder()))
    }
    try context.checkLibrary()
    if fleet.all { return try await all(context) }
    let desk = ReportWriter(asked: reports.asked, home: context.home, terminal: context.terminal)
    try desk.check()
    let name = try context.store.chosen(name)
    let setup = try await context.store.openKnown(name)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    let capabilities = context.capabilities(webhookCallsPerMinute: trips.webhookLimit)
    let (clouds, book) = (capabilities.clouds(of: setup), setup.book)
    // Signals are heeded until all of it is said: one that comes twice must not cut off the words.
    let (series, isWritten) = try await Signals.interruptible {
      let series = try await make(clouds, book, context.terminal, desk)
      return (
        series, desk.write(series, history: book, until: clouds.requestContext.now())
      )
    }
    if series.made == 0 { throw CalledOff.trip }
    let outcome = isWritten ? series.outcome : series.outcome ?? .couldNotAsk
    if let outcome { throw ExitCode(outcome.rawValue) }
  }

  private func all(_ context: CommandContext) async throws {
    let home = try context.fleet(fleet, webhookLimit: trips.webhookLimit)
    let store = context.store
    let capabilities = SetupCapabilities(
      requestContext: home.requestContext, terminal: home.terminal)
    let outcome = try await FleetTest(
      home: home, book: store.book(), kind: trips.kind(), limits: trips.limits(),
      atOnce: fleet.atOnce, isJSON: json
    ) { name in
      let setup = try store.openOfMany(name)
      return (setup, capabilities.clouds(of: setup))
    }.run()
    if let outcome { throw ExitCode(outcome.rawValue) }
  }

  private func make(
    _ clouds: Clouds, _ book: LogStore, _ terminal: TerminalOutput, _ desk: ReportWriter
  ) async throws -> TripSeries {
    let limits = try trips.limits()
    let page =
      trips.watch && !terminal.traits.plain
      ? WatchPage(
        setup: clouds.setup, limits: limits, terminal: terminal, clock: clouds.requestContext.clock)
      : nil
    var runner = TripRunner(clouds: clouds, book: book, terminal: terminal)
    runner.isQuiet = trips.watch
    runner.kind = try trips.kind()
    let teller = SeriesReporter(
      terminal: terminal, schedule: trips.schedule, isJSON: json, page: page)
    let maker = SeriesRunner(runner: runner, schedule: trips.schedule, limits: limits)
    do {
      let series = try await maker.run { news in
        teller.hear(news)
        if trips.watch, case .made(let series) = news {
          desk.renew(series, history: book, until: clouds.requestContext.now())
        }
      }
      teller.conclude(series)
      return series
    } catch {
      page?.end()
      throw error
    }
  }
}
