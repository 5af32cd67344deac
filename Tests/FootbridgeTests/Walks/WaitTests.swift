import Testing

/// What is told while a cloud is waited for, and of steps that need nobody.
@Suite("Waits and passing steps in the wizard")
struct WaitTests {
  @Test("a silent cloud: a line says what is waited for, and Ctrl-C ends it in words")
  func stalled() async throws {
    let silent = try HeldPort()
    let stage = try await Stage(.none, seed: 31)
    let screen = try stage.terminal(
      ["setup", "demo", "--particle-url", "http://127.0.0.1:\(silent.number)"],
      variables: ["FOOTBRIDGE_PROGRESS": "on"])
    try await screen.expect("[blueprint]")
    await screen.type()
    try await screen.expect("(hidden while you paste):")
    await screen.type(String(repeating: "a", count: 40))
    try await screen.expect("Checking: Give me a Particle access token…")
    try await screen.expect("1 s")
    #expect(await !screen.echoes)
    await screen.pressAtOnce("\u{3}")
    let (text, ending) = await screen.end()
    #expect(text.contains("INTERRUPTED") && text.contains("goes on from here"))
    #expect(ending == .code(130))
    #expect(await screen.echoes)
  }

  @Test("a step that passes by itself leaves one line, and looking back shows its page")
  func passing() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .device)
    await screen.type()
    let text = try await screen.expect("skip WHY)")
    #expect(
      text.contains("✓ See what its LED does: Boron: its blue LED at D7 follows the switch.\n"))
    #expect(!text.contains("The walk moves the blue LED"))
    await screen.type("back")
    try await screen.expect("The walk moves the blue LED")
    try await screen.expect("Enter goes on.")
    try await walker.leave()
  }

  @Test("the rest of a page keeps a blank line from the prompt")
  func more() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .integration)
    await walker.screen.type("more")
    let text = try #require(await walker.screen.question())
    #expect(text.contains("\n\npractice · Shall I do this for you?"))
    try await walker.leave()
  }
}
