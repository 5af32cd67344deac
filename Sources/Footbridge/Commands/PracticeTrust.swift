import ArgumentParser
import DeviceSimulator
import PracticeClouds
import Terminal

/// What a person lets practice clouds do, and how they log in there.
struct PracticeTrust: ParsableArguments {
  @Flag(help: "Compile and run any sketch that is flashed, on this machine.")
  var sketches = false

  @Option(
    help: ArgumentHelp(
      "The practice account's login; else a password of its own each time.",
      valueName: "name:password"))
  var login: PracticeLogin?

  /// Puts it into the settings.
  func apply(to settings: inout PracticeSettings) {
    settings.runsSketches = sketches
    if let login { settings.particle.login = login }
  }

  /// Says how sketches are kept apart from the rest of the machine, if it cannot be done in full.
  func tellConfinement(_ terminal: TerminalOutput) {
    guard sketches else { return }
    for line in SketchConfinement.lines { terminal.say(line) }
  }
}

extension PracticeLogin: ExpressibleByArgument {
  /// `NAME:PASSWORD`.
  public init?(argument: String) { self.init(argument) }
}
