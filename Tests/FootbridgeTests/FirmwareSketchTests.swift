import Firmware
import Foundation
import Testing

/// The sketch of a setup against the text that the practice device was compiled from.
@Suite("The sketch of a setup")
struct FirmwareSketchTests {
  @Test("`firmware` prints the practice device's own text, but for the three values")
  func sameText() async throws {
    let stage = try await Stage(.walked, seed: 41)
    let start = try #require(stage.clouds?.start)
    let (sketch, ending) = try await PipedProgram.run(stage.call(["firmware", "demo"]))
    #expect(ending == .code(0))
    let values = FlashedValues(
      templateID: start.templateID, templateName: "Particle Device", authToken: start.authToken)
    #expect(SketchSource.values(inSource: sketch) == values)
    await stage.end()
  }

  @Test("a template name with quotes is escaped, and stays the same text to the compiler")
  func quotes() async throws {
    let stage = try await Stage(.fresh, seed: 42)
    let answers = try String(contentsOfFile: stage.answers, encoding: .utf8)
      .replacing("Particle Device", with: #"'My "Boron" \ 7'"#)
    try answers.write(toFile: stage.answers, atomically: true, encoding: .utf8)
    let (said, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(0), "\(said)")
    let (sketch, _) = try await PipedProgram.run(stage.call(["firmware", "demo"]))
    #expect(sketch.contains(#"#define BLYNK_TEMPLATE_NAME "My \"Boron\" \\ 7""#))
    #expect(SketchSource.values(inSource: sketch)?.templateName == #"My "Boron" \ 7"#)
    await stage.end()
  }
}
