import ArgumentParser
import Console
import Foundation
import Ground
import Logbook
import Sketch

/// `footbridge firmware [NAME]`.
struct FirmwareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "firmware", abstract: "The sketch for your device, with your values filled in.",
    discussion: """
      It holds your AuthToken: on a terminal the token shows as its name. In a pipe, in a file \
      written with --out (mode 0600) and on the device it is the token itself.
      """)

  @Argument(help: "The setup; not needed when there is one.")
  var name: String?

  @Option(help: ArgumentHelp("Write the sketch there.", valueName: "file"))
  var out: String?

  @Flag(help: "Have Particle compile it and flash the device.")
  var flash = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let doorway = Doorway(common)
    let name = try SetupName.chosen(name, home: doorway.home)
    let setup = try flash ? await doorway.openKnown(name) : doorway.read(name)
    let works = Works(surroundings: doorway.surroundings(), console: nil)
    let firmware = try FirmwareSource.of(works.clouds(of: setup))
    if let out {
      try write(firmware, to: out)
      doorway.terminal.say("The sketch is in \(out). It holds your AuthToken: keep it to yourself.")
    }
    if flash {
      let deed = try await works.perform("particle.firmware.flash", for: setup)
      doorway.terminal.say("✓ \(deed.result)", .good)
    }
    if out == nil && !flash { show(firmware, doorway) }
  }

  private func write(_ firmware: Firmware, to file: String) throws {
    do { try WholeFile.write(Array(firmware.openedText().utf8), to: file) } catch {
      throw Problem(
        code: "file-not-writable", title: "I cannot write that file",
        attempt: "I wanted to put the sketch there:", evidence: error.problem.evidence,
        next: "Take a folder that is there and yours, and where there is space.",
        outcome: .couldNotAsk)
    }
  }

  private func show(_ firmware: Firmware, _ doorway: Doorway) {
    let onScreen = isatty(STDOUT_FILENO) == 1
    doorway.terminal.data(onScreen ? firmware.source.shown() : firmware.openedText())
  }
}
