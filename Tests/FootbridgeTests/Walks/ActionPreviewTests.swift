import Foundation
import Testing

/// What Footbridge says before it changes something, and that a no is taken.
@Suite("Offers at a terminal")
struct ActionPreviewTests {
  @Test("an integration that differs is shown field by field; a no leaves it, a yes mends it")
  func mended() async throws {
    let stage = try await Stage(.walked, seed: 51)
    try await stage.addIntegrationRow("V16", "{{v16}}")
    let screen = try stage.terminal(["setup", "demo"] + stage.cloudFlags)
    try await screen.expect("THE SWITCH IS ECHOED")
    try await screen.expect("is there and differs. I would change:")
    try await screen.expect("query.V16  \"{{v16}}\"  taken out")
    try await screen.expect("Shall I do this for you? (yes/no) [yes]")
    await screen.type("no")
    try await screen.expect("skip WHY)")
    await screen.type()
    try await screen.expect("THE SWITCH IS ECHOED")
    try await screen.expect("Check again? (Enter, do, hint, skip WHY)")
    await screen.type(":do")
    try await screen.expect("✓ Put integration")
    let (text, ending) = await screen.end()
    #expect(text.contains("All 25 steps are settled."))
    #expect(ending == .code(0))
    #expect(stage.leaks.found(in: Data(await screen.raw)).isEmpty)
    let found = try await stage.admin("/state").json.at("particle.integrations.count")
    #expect(found.number == 1)
    await stage.end()
  }

  @Test("what would be made or flashed is said before the question")
  func before() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .authToken)
    await walker.screen.type()
    try await walker.screen.expect(
      "I would have Particle compile the sketch and put it on this device:")
    try await walker.screen.expect("    kind      Boron")
    try await walker.stand(at: .flash)
    try await walker.walkOn(from: .flash, to: .webhookTest)
    await walker.screen.type()
    try await walker.screen.expect("I would make this integration at Particle:")
    try await walker.screen.expect("QUERY PARAMETERS  Custom")
    try await walker.stand(at: .integration)
    try await walker.leave()
  }
}
