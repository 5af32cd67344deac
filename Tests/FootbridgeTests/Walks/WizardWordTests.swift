import Testing

/// What may be typed in the wizard besides an answer.
@Suite("Commands typed in the wizard")
struct WizardWordTests {
  @Test("Tab completes a choice and a command, and twice it lists what there is")
  func tab() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.stand(at: .path)
    try await walker.ask(":hi\t", at: .path, says: "blueprint", "unless you want to learn")
    await screen.press("\t")
    try await screen.expect("  blueprint  manual")
    try await walker.stand(at: .path)
    await screen.press(":\t")
    try await screen.expect("leave; all of it is kept (Ctrl-D)")
    try await walker.stand(at: .path)
    await screen.pressAtOnce("\u{15}")
    await screen.pressAtOnce("man\t\r")
    try await screen.expect("2 of 31, section 0")
    try await walker.stand(at: .accessToken)
    try await walker.leave()
    #expect(try await walker.status()["settled"].number == 1)
  }

  @Test("the commands that show: where, hint, show, log, help")
  func showing() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .account)
    try await walker.ask(":where", at: .account, says: "Sign in to Blynk", "Where to go from here")
    try await walker.ask(
      "hint", at: .account, says: "There is no hint for this step beyond what it says.")
    try await walker.ask(":show", at: .account, says: "Then switch Developer Mode on")
    try await walker.ask(
      ":log", at: .account, says: "particle.access_token = ‹particle.access_token›",
      "prepare/device holds: practice-boron (Boron)")
    try await walker.ask("help", at: .account, says: "leave; all of it is kept (Ctrl-D)")
    try await walker.leave()
  }

  @Test("what is no command, or no answer here, is told what would do")
  func unknown() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .account)
    try await walker.ask("whatever", at: .account, says: "That is no answer here.")
    try await walker.ask(
      ":wher", at: .account, says: "I know no command :wher. Did you mean :where?")
    try await walker.ask(
      ":xyzzy", at: .account, says: "I know no command :xyzzy. :help lists them.")
    try await walker.ask(
      ":skip", at: .account, says: "Say why, so that you know it later: `skip WHY`.")
    try await walker.ask(
      ":goto activatoin/device", at: .account,
      says: "I know no step activatoin/device. Did you mean activation/device?")
    try await walker.ask(
      ":set blynk.template_nam", at: .account, says: "Did you mean blynk.template_name?")
    try await walker.leave()
  }

  @Test("the commands that move: back, skip, goto")
  func moving() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .account)
    await screen.type(":back")
    try await screen.expect("See what its LED does")
    try await screen.expect("Enter goes on.")
    await screen.type()
    try await walker.stand(at: .account)
    await screen.type(":skip I have signed in long ago")
    try await walker.stand(at: .region)
    await screen.type(":goto blueprint/template-name")
    try await walker.stand(at: .templateName)
    await screen.type("My Boron")
    try await screen.expect("Look the template over")
    try await walker.stand(at: .look)
    try await walker.leave()
    let account = try await walker.status()["steps"].list[4]
    #expect(account["step"].text == "prepare/account")
    #expect(account["standing"].text == "skipped")
    #expect(account["evidence"].text == "I have signed in long ago")
  }

  @Test("set gives an answer anew")
  func setting() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .look)
    await screen.type(":set blynk.template_name")
    try await screen.expect("What is your template called? [leave it as it is]")
    await screen.type("Your Boron")
    try await walker.stand(at: .look)
    try await walker.ask(
      ":log", at: .look, says: "blynk.template_name = Particle Device",
      "blynk.template_name = Your Boron")
    try await walker.leave()
  }

  @Test("an earlier answer that set changes is asked until it fits, and checked at once")
  func settingToken() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    let wrong = String(repeating: "0123456789", count: 4)
    try await walker.walk(to: .look)
    await screen.type(":set particle.access_token")
    try await screen.expect("Your Particle access token [leave it as it is]")
    await screen.type(String(wrong.dropLast(9)))
    try await screen.expect("That is 31 characters; a Particle access token has 40.")
    try await screen.expect("Your Particle access token [leave it as it is]")
    await screen.type(wrong)
    try await screen.expect("PARTICLE DOES NOT KNOW THIS ACCESS TOKEN")
    try await walker.stand(at: .accessToken)
    await screen.type()
    try await walker.stand(at: .look)
    let text = try await walker.leave()
    #expect(!text.contains(wrong.dropLast(9)))
  }

  @Test("undo takes a decision back, redo puts it in place again")
  func undoing() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .account)
    await screen.type(":skip long ago")
    try await walker.stand(at: .region)
    await screen.type(":undo")
    try await walker.stand(at: .account)
    #expect(try await walker.status()["present"].text == "prepare/account")
    await screen.type(":redo")
    try await walker.stand(at: .region)
    try await walker.leave()
    #expect(try await walker.status()["steps"].list[4]["standing"].text == "skipped")
  }

  @Test("near the end of the walk doctor checks everything, and test makes a trip")
  func proving() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .flip)
    try await walker.ask("doctor", at: .flip, says: "✓ Make the integration: ")
    try await walker.ask("test", at: .flip, says: "The round trip passed", "Cost:")
    try await walker.leave()
  }

  @Test("a skipped reason does not keep a token that stands in it")
  func skippedToken() async throws {
    let stage = try await Stage(.fresh, seed: 11)
    let start = try #require(stage.clouds?.start)
    let screen = try stage.terminal(
      ["setup", "demo"] + stage.cloudFlags,
      variables: ["PARTICLE_ACCESS_TOKEN": start.accessToken])
    try await screen.expect("[blueprint]")
    await screen.type()
    try await screen.expect("PARTICLE_ACCESS_TOKEN]")
    await screen.type()
    try await screen.expect("The ID of your Particle device")
    try await screen.expect("]")
    await screen.type(":skip the token \(start.accessToken) has no device")
    try await screen.expect("Which kind of device is it?:")
    await screen.type("bo")
    try await screen.expect("✓ Boron: its blue LED at D7 follows the switch.")
    try await screen.expect("skip WHY)")
    await screen.press("\u{4}")
    #expect(await screen.end().ending == .code(0))
    try stage.leaks.expectNone(inHome: stage.home)
    await stage.end()
  }

  @Test("a round trip before the device is known says what is missing, and the walk goes on")
  func early() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .accessToken)
    try await walker.ask(
      ":test", at: .accessToken, says: "AN ANSWER IS MISSING", "particle.device_id")
    try await walker.walkOn(from: .accessToken, to: .device)
    try await walker.leave()
  }
}
