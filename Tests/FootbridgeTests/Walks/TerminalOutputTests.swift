import Foundation
import Testing

/// The program at a terminal, on practice clouds of the test's own.
@Suite("At a terminal")
struct TerminalOutputTests {
  @Test("tokens typed by hand never show")
  func typedTokens() async throws {
    let stage = try await Stage(.fresh, seed: 12)
    let start = try #require(stage.clouds?.start)
    let screen = try stage.terminal(["setup", "demo", "--path", "blueprint"] + stage.cloudFlags)
    try await screen.expect("Your Particle access token (hidden while you paste):")
    await screen.type(start.accessToken)
    try await screen.expect("Particle knows this token.")
    try await screen.expect("The ID of your Particle device")
    try await screen.expect("]")
    await screen.type(start.deviceID)
    try await walkHands(screen, 1)
    try await screen.expect("Your Blynk server or region (ny3, fra1, lon1, sgp1, blr1)")
    try await screen.expect("]")
    await screen.type(start.blynk)
    try await screen.expect("answers as Blynk does.")
    try await screen.expect("The client ID of your Platform API client, if you have one:")
    await screen.type()
    _ = try await stage.admin("/blueprint", "{}")
    _ = try await stage.admin("/activate", "{}")
    try await walkHands(screen, 1)
    try await screen.expect("What is your template called? [Particle Device]")
    await screen.type()
    try await walkHands(screen, 2)
    try await screen.expect("Your Template ID (TMPL…):")
    await screen.type("#define BLYNK_TEMPLATE_ID \"\(start.templateID)\"")
    try await screen.expect("Your Blynk AuthToken (hidden while you paste):")
    await screen.type(start.authToken)
    try await screen.expect("V6, V14, V15, V16 and V17 are there")
    try await screen.expect("Shall I do this for you? (yes/no) [yes]")
    await screen.press("\u{4}")
    #expect(await screen.end().ending == .code(0))
    #expect(stage.leaks.found(in: Data(await screen.raw)).isEmpty)
    try stage.leaks.expectNone(inHome: stage.home)
    await stage.end()
  }

  /// Enter at so many steps that a person does by hand.
  private func walkHands(_ screen: Screen, _ count: Int) async throws {
    for _ in 0..<count {
      try await screen.expect("skip WHY)")
      await screen.type()
    }
  }

  @Test("the sketch on a terminal shows the token's name, in a pipe the token")
  func sketch() async throws {
    let stage = try await Stage(.walked, seed: 13)
    let screen = try stage.terminal(["firmware", "demo"])
    let (text, ending) = await screen.end()
    #expect(ending == .code(0))
    #expect(text.contains("#define BLYNK_AUTH_TOKEN \"‹blynk.auth_token›\""))
    #expect(stage.leaks.found(in: Data(await screen.raw)).isEmpty)
    let start = try #require(stage.clouds?.start)
    let (piped, _) = try await PipedProgram.run(stage.call(["firmware", "demo"]))
    #expect(piped.contains("#define BLYNK_AUTH_TOKEN \"\(start.authToken)\""))
    await stage.end()
  }

  @Test("NO_COLOR: no colour, and lines are edited all the same")
  func noColour() async throws {
    let walker = try await PracticeWalker(variables: ["NO_COLOR": "1"])
    try await walker.stand(at: .path)
    await walker.screen.press("blux\u{7F}eprint\r")
    try await walker.stand(at: .accessToken)
    await walker.screen.type()
    try await walker.stand(at: .device)
    try await walker.leave()
    let raw = String(decoding: await walker.screen.raw, as: UTF8.self)
    #expect(!raw.contains(/\u{1B}\[[0-9;]*m/))
  }

  @Test("--plain: not one escape code")
  func plain() async throws {
    let walker = try await PracticeWalker(["--plain"])
    try await walker.walk(to: .flash)
    try await walker.leave()
    #expect(!(await walker.screen.raw).contains(0x1B))
  }

  @Test("colour without NO_COLOR")
  func colour() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .device)
    try await walker.leave()
    let raw = String(decoding: await walker.screen.raw, as: UTF8.self)
    #expect(raw.contains(/\u{1B}\[[0-9;]*m/))
  }

  @Test("with CI set nobody is asked, terminal or not")
  func continuousIntegration() async throws {
    let stage = try await Stage(.none, seed: 14)
    let screen = try stage.terminal(["setup", "demo"], variables: ["CI": "1"])
    let (text, ending) = await screen.end()
    #expect(text.contains("AN ANSWER IS MISSING"))
    #expect(ending == .code(64))
  }

  @Test("a setup that another process walks is refused at once")
  func held() async throws {
    let stage = try await Stage(.none, seed: 15)
    let lock = try HeldLock(file: "\(stage.home)/demo.lock")
    let screen = try stage.terminal(["setup", "demo"])
    let (text, ending) = await screen.end()
    #expect(text.contains("setup demo, process 4711"))
    #expect(ending == .code(75))
    _ = lock
  }

  @Test("with two setups half done the wizard asks which")
  func which() async throws {
    let stage = try await Stage(.none, seed: 16)
    for name in ["first", "second"] {
      _ = try await PipedProgram.run(stage.call(["setup", name]))
    }
    let screen = try stage.terminal([])
    try await screen.expect("2 setups are half done:")
    try await screen.expect("Which one? [second]")
    await screen.press("fi\t\r")
    try await screen.expect("Welcome back.")
    try await screen.expect("Your Particle access token")
    await screen.press("\u{4}")
    let (text, ending) = await screen.end()
    #expect(text.contains("Stopped at step 2 of 25."))
    #expect(ending == .code(0))
  }

  @Test("forgetting asks, and no is the answer of Enter")
  func forgetting() async throws {
    let stage = try await Stage(.none, seed: 17)
    _ = try await PipedProgram.run(stage.call(["setup", "demo"]))
    for (answer, said) in [
      ("", "The setup stays."), ("yes", "Setup demo and its secrets are gone"),
    ] {
      let screen = try stage.terminal(["forget", "demo"])
      try await screen.expect("(yes/no) [no]")
      await screen.type(answer)
      let (text, ending) = await screen.end()
      #expect(text.replacing("\n", with: " ").contains(said))
      #expect(ending == .code(0))
    }
  }
}
