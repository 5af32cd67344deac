import ArgumentParser
import Console
import Ground
import Practice

/// `footbridge practice serve`.
struct PracticeServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Only the practice clouds and the device, until Ctrl-C.",
    discussion: """
      The first line on standard output is one JSON object: the addresses and tokens of both \
      clouds, and the admin port.
      """)

  @Option(help: ArgumentHelp("Particle, Blynk and admin on N, N+1, N+2; 0 is any.", valueName: "n"))
  var portBase = 0

  @Option(
    help: ArgumentHelp("A fault that is on from the start; may be repeated.", valueName: "name"))
  var fault: [String] = []

  @Flag(help: "Everything is set up right from the start.")
  var ready = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (0...65_533).contains(portBase) else {
      throw ValidationError("--port-base takes a port from 0 to 65533.")
    }
  }

  func run() async throws {
    let doorway = Doorway(common, json: true)
    var settings = PracticeSettings()
    settings.portBase = portBase
    settings.faults = fault
    settings.ready = ready
    let clouds = try await PracticeClouds.start(settings, transport: doorway.transport(quiet: true))
    doorway.terminal.data(clouds.start.line + "\n")
    await Signals.awaitEnd()
    await clouds.stop()
  }
}
