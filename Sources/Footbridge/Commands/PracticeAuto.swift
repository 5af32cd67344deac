import Core
import Foundation
import SetupFlow
import Storage
import Terminal

/// `practice --auto`: a new world, every step walked by answers, a round trip at the end. It leaves
/// nothing behind.
struct PracticeAuto {
  let context: CommandContext

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("footbridge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let stage = try await PracticeSession.start(
      home: StateDirectory(path: folder.path), transport: context.transport(quiet: true))
    do { try await walk(stage) } catch {
      await stage.clouds.stop()
      throw error
    }
    await stage.clouds.stop()
  }

  private func walk(_ stage: PracticeSession) async throws {
    var sheet = AnswersSheet.empty
    sheet.confirm = true
    sheet.mayAct = true
    sheet.practiceAdmin = stage.admin
    sheet.answers = stage.suggestions.mapValues(\.given)
    sheet.answers["path"] = Secret("blueprint", name: "path")
    let context = CommandContext(context.options, home: stage.home)
    let setup = UnattendedSetup(
      name: try SetupName(PracticeSession.setupName), sheet: sheet, store: context.store,
      requestContext: context.requestContext(
        particleURL: stage.particleURL, blynkURL: stage.blynkURL))
    try await setup.run()
  }
}
