import ArgumentParser
import Core
import PracticeClouds
import Terminal

/// `footbridge practice serve`.
struct PracticeServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Only the practice clouds and the device, until Ctrl-C.",
    discussion: """
      The first line on standard output is one JSON object: the addresses and tokens of both \
      clouds, and the admin port. `--list-faults` says what can be made to go wrong: turn a fault \
      on with `--fault NAME`, or later with `curl ADMIN/fault -d '{"name":"NAME","on":true}'`.

      Particle's own clients work there, too: give them the address, and the username and \
      password of that line. The password is another one each time, unless --login fixes it.

      Only this user's programs are answered, and no web page. A sketch other than Footbridge's \
      own would run here: that takes --sketches.
      """)

  @Option(help: ArgumentHelp("Particle, Blynk and admin on N, N+1, N+2; 0 is any.", valueName: "n"))
  var portBase = 0

  @Option(
    help: ArgumentHelp("A fault that is on from the start; may be repeated.", valueName: "name"),
    completion: .list(Fault.allCases.map(\.rawValue)))
  var fault: [String] = []

  @Option(
    help: ArgumentHelp(
      "A choice where the clouds' docs are silent; may be repeated.", valueName: "name=value"),
    completion: .list(PracticeSettings.names.map { $0 + "=" }))
  var setting: [String] = []

  @Option(help: ArgumentHelp("The same tokens and ids each time; else any.", valueName: "n"))
  var seed: UInt64?

  @Flag(help: "Everything is set up right from the start.")
  var ready = false

  @OptionGroup var trust: PracticeTrust

  @Flag(help: "List the faults (name, leg, cause, what is wrong), and end.")
  var listFaults = false

  @Flag(help: "With --list-faults: one JSON object a line.")
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...65_533).contains(portBase) else {
      throw ValidationError.saying("--port-base takes a port from 0 to 65533.")
    }
  }

  func run() async throws {
    if listFaults {
      return CommandContext(common, json: json).terminal.data(FaultList(json: json).text)
    }
    let context = CommandContext(common, json: true)
    trust.tellConfinement(context.terminal)
    let clouds = try await PracticeEnvironment.start(
      try settings(), transport: context.transport(quiet: true))
    context.terminal.data(clouds.start.line + "\n")
    // Nobody can know where they are.
    if let lost = context.terminal.failure {
      await clouds.stop()
      throw lost
    }
    await Signals.awaitEnd { if !ready { tellNext(clouds.start, context.terminal) } }
    await clouds.stop()
  }

  /// What that line is for, for somebody who started it by hand.
  private func tellNext(_ start: PracticeStart, _ terminal: TerminalOutput) {
    let lines: [(words: Phrase, calls: [String])] = [
      (
        "`auth_token` and `template_id` are those that the Blynk device will have; nobody knows "
          + "them before the blueprint is used and the device activated. Where a walk wants those "
          + "clicks in Blynk, these calls are the clicks:",
        [
          "curl --json '{}' \(start.admin)/blueprint", "curl --json '{}' \(start.admin)/activate",
        ]
      ),
      (
        "Next, in another terminal, with the `access_token` above:",
        [
          "footbridge setup demo \\",
          "  --particle-url \(start.particle) --blynk-url \(start.blynk)",
        ]
      ),
    ]
    for line in lines {
      terminal.say(line.words)
      terminal.say(Prose([.code(language: nil, text: line.calls.joined(separator: "\n"))]))
      terminal.pause()
    }
  }

  private func settings() throws -> PracticeSettings {
    var settings = seed.map { PracticeSettings(seed: $0) } ?? PracticeSettings()
    settings.portBase = portBase
    settings.faults = fault
    settings.ready = ready
    for text in setting { try settings.set(text) }
    trust.apply(to: &settings)
    return settings
  }
}
