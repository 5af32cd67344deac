import Testing

/// `footbridge practice` in a terminal, from the first section to the last.
@Suite("Walking practice at a terminal")
struct PracticeWalkTests {
  @Test("Enter walks from the first section to the last; the tokens never show")
  func whole() async throws {
    let walker = try await PracticeWalker()
    try await walker.screen.expect("This is practice: two clouds and a device of this program")
    try await walker.screen.expect("Enter goes on, :help lists the commands, Ctrl-D leaves")
    try await walker.walk(to: .flip)
    await walker.screen.type()
    let (text, ending) = await walker.screen.end()
    #expect(text.contains("All 25 steps are settled. Nothing is left to do;"))
    #expect(text.contains("That was practice. `footbridge practice` opens it again"))
    #expect(ending == .code(0))
    try await walker.expectNoToken()
    #expect(try await walker.status()["complete"].truth == true)
  }

  @Test("a token that is too short, or unknown, is refused with what would do")
  func wrongTokens() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .accessToken)
    let short = String(repeating: "a", count: 39)
    try await walker.ask(
      short, at: .accessToken, says: "That is 39 characters; a Particle access token has 40.")
    try await walker.ask(
      short + "a", at: .accessToken, says: "PARTICLE DOES NOT KNOW THIS ACCESS TOKEN",
      "make a new one")
    try await walker.walkOn(from: .accessToken, to: .authToken)
    let cut = String(repeating: "b", count: 31)
    try await walker.ask(
      cut, at: .authToken,
      says: "That is 31 characters; a Blynk AuthToken has 32. Was the end cut off?")
    try await walker.ask(
      cut + "b", at: .authToken, says: "BLYNK DOES NOT KNOW THIS TOKEN",
      "Copy the AuthToken from Developer Tools once more")
    try await walker.walkOn(from: .authToken, to: .flash)
    try await walker.leave()
    let raw = String(decoding: await screen.raw, as: UTF8.self)
    #expect(!raw.contains(short) && !raw.contains(cut))
  }

  @Test("left with Ctrl-D in section 3, it goes on at the same step with everything answered")
  func resumed() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .flash)
    let text = try await walker.leave()
    #expect(text.contains("Stopped at step 16 of 25. All of it is kept; `footbridge practice`"))
    let before = try await walker.status()
    #expect(before["present"].text == "firmware/flash")
    try await expectGoingOn(on: walker.stage, from: "\(before["steps"])")
  }

  @Test("killed in section 3, it goes on at the same step with everything answered")
  func killed() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .flash)
    #expect(await walker.screen.kill() == .signal(9))
    let before = try await walker.status()
    #expect(before["present"].text == "firmware/flash")
    #expect(before["settled"].number == 15)
    try await expectGoingOn(on: walker.stage, from: "\(before["steps"])")
  }

  private func expectGoingOn(on stage: Stage, from steps: String) async throws {
    let walker = try await PracticeWalker(on: stage)
    try await walker.screen.expect(
      "Welcome back. You were at \"Put the sketch on the device\" (step 16 of 25).")
    try await walker.stand(at: .flash)
    #expect("\(try await walker.status()["steps"])" == steps)
    await walker.screen.type()
    try await walker.screen.expect("The device offers blynk_led.")
    try await walker.walk(from: .webhook, to: .flip)
    await walker.screen.type()
    let (text, ending) = await walker.screen.end()
    #expect(text.contains("All 25 steps are settled."))
    #expect(ending == .code(0))
    try await walker.expectNoToken()
  }

  @Test("Ctrl-C clears the line, and once more leaves")
  func interrupted() async throws {
    let walker = try await PracticeWalker()
    try await walker.stand(at: .path)
    await walker.screen.press("manu\u{3}")
    try await walker.screen.expect("Ctrl-C once more leaves; all of it is kept.")
    try await walker.stand(at: .path)
    await walker.screen.type()
    try await walker.stand(at: .accessToken)
    await walker.screen.press("abc\u{3}")
    try await walker.screen.expect("Ctrl-C once more leaves; all of it is kept.")
    try await walker.stand(at: .accessToken)
    await walker.screen.press("\u{3}")
    let (text, ending) = await walker.screen.end()
    #expect(text.contains("Stopped at step 2 of 25."))
    #expect(ending == .code(0))
  }

  @Test("told to end, it ends by that signal, and the terminal is as it was")
  func terminated() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .accessToken)
    await walker.screen.press("half a token")
    walker.screen.child.signal(15)
    #expect(await walker.screen.end().ending == .signal(15))
    #expect(await walker.screen.echoes)
  }
}
