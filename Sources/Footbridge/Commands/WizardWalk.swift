import ArgumentParser
import SetupFlow
import Storage
import Terminal

/// The wizard, with what the command line gives it; its end is the exit code.
struct WizardWalk {
  let options: CommonOptions
  /// Answers given by flags, by question name.
  var presets: [String: String] = [:]
  /// Set on practice clouds.
  var practice: PracticeSession?

  /// - Parameter name: nil takes the setup that is half done, or asks which.
  func run(_ name: SetupName?) async throws {
    let traits = CommandContext(options).terminal
    let home = practice?.home ?? CommandContext(options).home
    try home.prepare()
    let reader = LineReader(historyFile: home.file("history")) { traits.traits }
    let context = CommandContext(options, home: home, output: reader.sink)
    let requestContext = context.requestContext(
      particleURL: practice?.particleURL, blynkURL: practice?.blynkURL)
    let wizard = Wizard(
      store: context.store, reader: reader, requestContext: requestContext,
      blynkURL: options.blynkURL, presets: presets, practice: practice)
    switch try await wizard.run(name) {
    case .over: return
    case .unopened: throw ExitCode.success
    case .interrupted(let outcome): throw ExitCode(outcome.rawValue)
    }
  }
}

extension UnattendedSetup {
  /// With what the sheet leaves out taken from flags and the environment.
  init(
    _ name: SetupName, _ sheet: AnswersSheet, flags: [String: String], _ context: CommandContext
  ) throws {
    var sheet = sheet
    sheet.fill(
      flags: flags, environment: context.environment, blynkURL: context.options.blynkURL,
      questions: try context.store.guide().questions)
    self.init(
      name: name, sheet: sheet, store: context.store, requestContext: context.requestContext())
  }
}
