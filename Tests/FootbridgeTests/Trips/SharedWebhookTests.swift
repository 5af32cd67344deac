import Testing

/// Blynk's limit is the webhook's, which setups of one device share.
@Suite("Setups that share a webhook")
struct SharedWebhookTests {
  @Test("the calls of another setup of the same device count")
  func shared() async throws {
    let stage = try await Stage(.walked, seed: 214)
    #expect(try await stage.run("setup", "other", "--answers", stage.answers).ending == .code(0))
    // Each setup has caused two calls, and a trip causes two more.
    let running = try PipedProgram(
      stage.call(["test", "other", "--webhook-limit", "5"] + stage.cloudFlags))
    var said = ""
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      if said.contains("I wait") { running.child.signal(2) }
    }
    #expect(await running.child.ending() == .code(130), "\(said)")
    #expect(said.contains("Blynk takes 5 webhook calls a minute, and I have made 4."), "\(said)")
    await stage.end()
  }
}
