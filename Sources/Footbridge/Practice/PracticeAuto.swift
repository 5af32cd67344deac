import Console
import Foundation
import Ground
import Logbook

/// `practice --auto`: a new world, every step walked by answers, a round trip at the end. It leaves
/// nothing behind.
struct PracticeAuto {
  let doorway: Doorway

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("footbridge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let stage = try await PracticeStage.start(
      home: Home(path: folder.path), transport: doorway.transport(quiet: true))
    do { try await walk(stage) } catch {
      await stage.clouds.stop()
      throw error
    }
    await stage.clouds.stop()
  }

  private func walk(_ stage: PracticeStage) async throws {
    var sheet = AnswersSheet.empty
    sheet.confirm = true
    sheet.mayAct = true
    sheet.practiceAdmin = stage.admin
    sheet.answers = stage.suggestions.mapValues(\.given)
    sheet.answers["path"] = Secret("blueprint", name: "path")
    let doorway = Doorway(doorway.options, home: stage.home)
    let setup = UnattendedSetup(
      name: try SetupName(PracticeStage.setupName), sheet: sheet, doorway: doorway,
      surroundings: doorway.surroundings(
        particleURL: stage.particleURL, blynkURL: stage.blynkURL))
    try await setup.run()
  }
}
