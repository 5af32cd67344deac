import ArgumentParser
import Console
import Foundation
import Ground
import Sketch

/// `footbridge firmware [NAME]`.
struct FirmwareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "firmware", abstract: "The sketch for your device, with your values filled in.",
    discussion: """
      It holds your AuthToken: on a terminal the token shows as its name. In a pipe, in a file \
      written with --out (mode 0600) and on the device it is the token itself. Change that file as \
      you like; --from FILE --compile has it compiled, --from FILE --flash puts it on the device.
      """)

  @Argument(help: "The setup; not needed when there is one.")
  var name: String?

  @Option(help: ArgumentHelp("Write the sketch there.", valueName: "file"), completion: .file())
  var out: String?

  @Option(
    help: ArgumentHelp("Compile or flash this file in place of the guide's.", valueName: "file"),
    completion: .file())
  var from: String?

  @Flag(help: "Have Particle compile it for the device's kind; nothing is flashed.")
  var compile = false

  @Flag(help: "Have Particle compile it and flash the device.")
  var flash = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try CommonOptions.refuseEmpty([("--out", out), ("--from", from)])
    guard out != "-" else {
      throw ValidationError("--out takes a file; without it the sketch goes to standard output.")
    }
    guard from == nil || compile || flash else {
      throw ValidationError("--from goes with --compile or --flash.")
    }
  }

  func run() async throws {
    try await Signals.interruptible(saying: CalledOff.command.problem) { try await make() }
  }

  private func make() async throws {
    let doorway = Doorway(common)
    if let out { try GivenFile(out).check(outside: doorway.home) }
    let name = try SetupName.chosen(name, from: doorway)
    let setup = try flash ? await doorway.openKnown(name) : doorway.read(name)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    if let missing = MissingSecrets(setup) { throw missing.problem }
    if compile { try await doorway.agree(to: doorway.addresses, for: setup) }
    let works = Works(surroundings: doorway.surroundings(), console: nil)
    let clouds = works.clouds(of: setup)
    if flash { try await Restoration(clouds: clouds).run() }
    if let out {
      try write(try FirmwareSource.of(clouds), to: out)
      doorway.terminal.say("The sketch is in \(out). It holds your AuthToken: keep it to yourself.")
    }
    if compile || flash { return try await work(clouds, doorway.terminal) }
    if out == nil { show(try FirmwareSource.of(clouds), doorway) }
  }

  private func work(_ clouds: Clouds, _ terminal: Terminal) async throws {
    let file = try from.map(FirmwareSource.read) ?? FirmwareSource.of(clouds).file
    if compile {
      terminal.say("✓ \(try await ParticleActs.compile(file, clouds).result)", .good)
    }
    if flash { terminal.say("✓ \(try await ParticleActs.flash(file, clouds).result)", .good) }
  }

  private func write(_ firmware: Firmware, to file: String) throws {
    do { try GivenFile(file, isPrivate: true).write(firmware.openedText()) } catch {
      throw Problem(
        code: "file-not-writable", title: "I cannot write that file",
        attempt: "I wanted to put the sketch there:",
        evidence: [Scrubber([]).scrub(file), String(cString: strerror(error.number))],
        next: "Take a folder that is there and yours, and where there is space.",
        outcome: .couldNotAsk)
    }
  }

  private func show(_ firmware: Firmware, _ doorway: Doorway) {
    let onScreen = isatty(STDOUT_FILENO) == 1
    doorway.terminal.data(onScreen ? firmware.source.shown() : firmware.openedText())
  }
}
