import ArgumentParser
import Capabilities
import Core
import Firmware
import Foundation
import SetupFlow
import Storage
import Terminal

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
      throw ValidationError.saying(
        "--out takes a file; without it the sketch goes to standard output.")
    }
    guard from == nil || compile || flash else {
      throw ValidationError.saying("--from goes with --compile or --flash.")
    }
  }

  func run() async throws {
    try await Signals.interruptible(saying: CalledOff.command.problem) { try await make() }
  }

  private func make() async throws {
    let context = CommandContext(common)
    if let out { try UserFile(out).check(outside: context.home) }
    let name = try context.store.chosen(name)
    let setup = try flash ? await context.store.openKnown(name) : context.store.read(name)
    // Whoever has the setup has its lock: held until all is over, whatever the optimizer thinks.
    defer { withExtendedLifetime(setup) {} }
    if let missing = MissingSecrets(setup) { throw missing.problem }
    if compile { try await context.store.agree(to: context.store.addresses, for: setup) }
    let capabilities = context.capabilities()
    let clouds = capabilities.clouds(of: setup)
    if flash { try await clouds.device.putBack() }
    if let out {
      try write(try FirmwareSource.of(clouds), to: out)
      context.terminal.say("The sketch is in \(out). It holds your AuthToken: keep it to yourself.")
    }
    if compile || flash { return try await work(clouds, context.terminal) }
    if out == nil { show(try FirmwareSource.of(clouds), context) }
  }

  private func work(_ clouds: Clouds, _ terminal: TerminalOutput) async throws {
    let file = try from.map(FirmwareSource.read) ?? FirmwareSource.of(clouds).file
    if compile {
      terminal.say("✓ \(try await ParticleActions.compile(file, clouds).result)", .good)
    }
    if flash { terminal.say("✓ \(try await ParticleActions.flash(file, clouds).result)", .good) }
  }

  private func write(_ firmware: SketchSource, to file: String) throws {
    do { try UserFile(file, isPrivate: true).write(firmware.openedText()) } catch {
      throw Problem(
        code: "file-not-writable", title: "I cannot write that file",
        attempt: "I wanted to put the sketch there:",
        evidence: [
          Phrase(verbatim: Scrubber([]).scrub(file)),
          Phrase(verbatim: String(cString: strerror(error.number))),
        ],
        next: "Take a folder that is there and yours, and where there is space.",
        outcome: .couldNotAsk)
    }
  }

  private func show(_ firmware: SketchSource, _ context: CommandContext) {
    let onScreen = isatty(STDOUT_FILENO) == 1
    context.terminal.data(onScreen ? firmware.source.shown() : firmware.openedText())
  }
}
