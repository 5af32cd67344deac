import Testing

/// Prompts beside the walk's own: `set`, a login, a setup that is finished. What may be typed
/// elsewhere may be typed there.
@Suite("Any prompt")
struct AnyPromptTests {
  @Test("at set a command is one, and leaves the answer as it is")
  func setting() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .look)
    for (typed, said) in [
      ("where", "Name your device"), ("hint", "Find it at console.particle.io"),
      ("later", "I leave it as it is."), ("back", "I leave it as it is."),
      (":back", "I leave it as it is."),
    ] {
      await screen.type("set particle.device_id")
      try await screen.expect("practice-boron, Boron, online")
      try await screen.expect("as it is]")
      await screen.type(typed)
      try await screen.expect(said)
      if said.hasPrefix("I leave") {
        try await walker.stand(at: .look)
      } else {
        try await screen.expect("as it is]")
        await screen.type()
        try await walker.stand(at: .look)
      }
    }
    await screen.type("set Template ID")
    try await screen.expect("Your Template ID (TMPL…) [TMPL")
    try await screen.expect("]")
    await screen.type("goto 3")
    try await screen.expect("Name your device")
    try await screen.expect("Enter goes on.")
    await screen.type("set")
    try await screen.expect("particle.access_token  Particle access token  ‹particle.access_token›")
    try await screen.expect("blynk.client_id        client ID              left out")
    try await screen.expect("Enter goes on.")
    await screen.type("set blynk.template_name")
    try await screen.expect("as it is]")
    await screen.type(":quit")
    #expect(await screen.end().ending == .code(0))
  }

  @Test("what fits another question is kept, and the one that set asks is asked again")
  func settingMisplaced() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .look)
    await screen.type("set particle.device_id")
    try await screen.expect("as it is]")
    await screen.type("TMPLabcdefghi")
    try await screen.expect(
      "That is the Template ID; I keep it. I need the Particle device ID here.")
    try await screen.expect("as it is]")
    await screen.type()
    try await walker.stand(at: .look)
    try await walker.leave()
  }

  @Test("the address of another page is not kept for Blynk's server")
  func foreignAddress() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .look)
    await screen.type("set particle.device_id")
    try await screen.expect("as it is]")
    await screen.type("https://console.particle.io/devices/nowhere")
    try await screen.expect("That is 43 characters; a Particle device ID has 24.")
    try await screen.expect("as it is]")
    await screen.type()
    try await walker.stand(at: .look)
    try await walker.leave()
  }

  @Test("at a login commands are ones, and nothing is taken for a password unasked")
  func login() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .accessToken)
    await screen.type(":do")
    try await screen.expect("Your Particle e-mail (Enter leaves):")
    await screen.type("where")
    try await screen.expect("Name your device")
    try await screen.expect("Your Particle e-mail (Enter leaves):")
    await screen.type("back")
    try await screen.expect("No token was made")
    try await walker.stand(at: .accessToken)
    await screen.type(":do")
    try await screen.expect("Your Particle e-mail (Enter leaves):")
    await screen.type("practice@example.com")
    try await screen.expect("Your Particle password (hidden):")
    await screen.type(":hint")
    try await screen.expect("A token is 40 characters")
    try await screen.expect("Your Particle password (hidden):")
    await screen.type(":quit")
    #expect(await screen.end().ending == .code(0))
  }

  @Test("a finished setup can be looked back at, changed, and read to its last page")
  func finished() async throws {
    let stage = try await Stage(.walked, seed: 211)
    let screen = try stage.terminal(["setup", "demo"] + stage.cloudFlags)
    let end = "[quit]"
    try await screen.expect("All is settled. What now?")
    try await screen.expect(end)
    await screen.type("back")
    try await screen.expect("Where to go from here")
    try await screen.expect("Enter goes on.")
    await screen.type()
    try await screen.expect(end)
    await screen.type("goto what-next")
    try await screen.expect("When something stops")
    try await screen.expect("Enter goes on.")
    await screen.type()
    try await screen.expect("Where to go from here")
    try await screen.expect("Enter goes on.")
    await screen.type("undo")
    try await screen.expect("Taken back: the way from \"When something stops\".")
    try await screen.expect("Enter goes on.")
    await screen.type("quit")
    let (text, ending) = await screen.end()
    #expect(ending == .code(0) && text.contains("All 25 steps are settled."), "\(text)")
    let again = try stage.terminal(["setup", "demo"] + stage.cloudFlags)
    try await again.expect("Every step is settled")
    try await again.expect(end)
    await again.type("test")
    try await again.expect("The round trip passed")
    try await again.expect(end)
    await again.type("skip it")
    try await again.expect("there is none to skip")
    try await again.expect(end)
    await again.type("doctor")
    try await again.expect("✓ Make the integration: ")
    try await again.expect(end)
    await again.type("set blynk.template_name")
    try await again.expect("as it is]")
    await again.type("Another Name")
    try await again.expect("The round trip passed")
    try await again.expect(end)
    await again.type()
    #expect(await again.end().ending == .code(0))
    await stage.end()
  }

  @Test("a trip that is called off in the wizard says what was put back, and that all is kept")
  func calledOff() async throws {
    let stage = try await Stage(.walked, seed: 212)
    for command in ["test", "set blynk.template_name"] {
      _ = try await stage.admin("/latency", #"{"leg":"forward","ms":60000}"#)
      let screen = try stage.terminal(["setup", "demo", "-v"] + stage.cloudFlags)
      try await screen.expect("[quit]")
      await screen.type(command)
      if command != "test" {
        try await screen.expect("as it is]")
        await screen.type("Another Name")
      }
      // The trip is made by itself then.
      try await screen.expect("&V16=1")
      await screen.pressAtOnce("\u{3}")
      let (text, ending) = await screen.end()
      let words = text.split { $0 == "\n" || $0 == "\r" || $0 == " " }.joined(separator: " ")
      #expect(ending == .code(130), "\(text)")
      #expect(words.contains("THE TRIP WAS CUT SHORT"), "\(text)")
      #expect(words.contains("I have put V16 back to 0, as I found it."), "\(text)")
      #expect(words.contains("All of it is kept; `footbridge`"), "\(text)")
      #expect(!words.contains("explain unknown"), "\(text)")
      #expect(try await RestoreTests.value("v16", on: stage) == 0)
      _ = try await stage.admin("/latency", #"{"leg":"forward","ms":0}"#)
      await stage.clouds?.settle()
      guard command != "test" else { continue }
      let again = try stage.terminal(["setup", "demo", "-v"] + stage.cloudFlags)
      try await again.expect("Check again?")
      await again.type("quit")
      let (kept, end) = await again.end()
      #expect(end == .code(0) && !kept.contains("V16="), "\(kept)")
    }
    await stage.end()
  }

  @Test("who left at a trip that failed comes back to a question, and not to a trip")
  func failedTrip() async throws {
    let stage = try await Stage(.walked, seed: 213)
    let first = try stage.terminal(["setup", "demo"] + stage.cloudFlags)
    try await first.expect("[quit]")
    _ = try await stage.admin("/fault", #"{"name":"payload-missing-field","on":true}"#)
    await first.type("set blynk.template_name")
    try await first.expect("as it is]")
    await first.type("Another Name")
    // Which leg it is first seen at is no matter here.
    try await first.expect("In a shell, `footbridge explain")
    try await first.expect("Check again?")
    await first.type("quit")
    #expect(await first.end().ending == .code(0))
    let second = try stage.terminal(["setup", "demo", "-v"] + stage.cloudFlags)
    try await second.expect("Welcome back.")
    try await second.expect("Check again?")
    await second.type("quit")
    let (text, ending) = await second.end()
    #expect(ending == .code(0) && !text.contains("V16="), "\(text)")
    await stage.end()
  }

  @Test("at the first step there is nothing before it, and nothing to take back")
  func first() async throws {
    let walker = try await PracticeWalker()
    try await walker.stand(at: .path)
    try await walker.ask(
      "back", at: .path, says: "This is the first step; there is none before it.")
    try await walker.ask("undo", at: .path, says: "There is nothing to take back.")
    try await walker.ask("redo", at: .path, says: "Nothing was taken back")
    try await walker.ask("goto 1", at: .path, says: "You stand at it already")
    try await walker.ask(":no", at: .path, says: "It stays open.")
    await walker.screen.type()
    try await walker.stand(at: .accessToken)
    await walker.screen.type("undo")
    try await walker.screen.expect("Taken back: the answer to way.")
    try await walker.stand(at: .path)
    await walker.screen.type("redo")
    try await walker.screen.expect("In place again: the answer to way.")
    try await walker.stand(at: .accessToken)
    await walker.screen.type("goto 24")
    try await walker.screen.expect("When something stops")
    try await walker.screen.expect("Enter goes on.")
    await walker.screen.type()
    try await walker.stand(at: .accessToken)
    try await walker.leave()
  }

  @Test("a token where none is asked for is kept for its question, and done is no token")
  func tokens() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .accessToken)
    for word in ["done", "later", "no"] {
      try await walker.ask(
        word, at: .accessToken, says: "I need the Particle access token here.", "It stays open.")
    }
    try await walker.walkOn(from: .accessToken, to: .account)
    try await walker.ask(
      "TMPLabcdefghi", at: .account, says: "That is the Template ID; I keep it.")
    try await walker.ask(
      "TMPLabcdefghi", at: .account, says: "That is the Template ID, which I have.")
    try await walker.ask(
      "TMPLabcdefghij", at: .account, says: "That looks like another Template ID;")
    await screen.type("abcdefghijklmnopqrstuvwxyz012345")
    try await screen.expect("That is the Blynk AuthToken; I keep it.")
    try await walker.stand(at: .account)
    try await walker.ask(
      ":log", at: .account, says: "blynk.template_id = TMPLabcdefghi",
      "blynk.auth_token = ‹blynk.auth_token›")
    await screen.press("\u{4}")
    #expect(await screen.end().ending == .code(0))
  }

  @Test("a yes after \"Did you mean …?\" takes what was meant")
  func guess() async throws {
    let walker = try await PracticeWalker()
    try await walker.stand(at: .path)
    try await walker.ask("manuell", at: .path, says: "Did you mean manual?")
    await walker.screen.type("yes")
    try await walker.screen.expect("2 of 31")
    try await walker.stand(at: .accessToken)
    try await walker.leave()
  }

  @Test("the table of steps has their numbers, and a client ID has no blanks")
  func shapes() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .platform)
    try await walker.ask("where", at: .platform, says: "› 7  Let me use Blynk's Plat…")
    try await walker.ask(
      "abc def ghi jkl", at: .platform, says: "There is a blank in it, and a client ID has none.")
    await walker.screen.type("no")
    try await walker.screen.expect("I go on without the client ID.")
    try await walker.stand(at: .blueprint)
    try await walker.leave()
  }

  @Test("in German a person types German words, and is told them")
  func german() async throws {
    let walker = try await PracticeWalker(variables: ["LC_ALL": "de_DE.UTF-8"])
    let screen = walker.screen
    for (typed, said, question) in [
      ("", "Gib mir ein Access-Token", "Übungskontos]"),
      ("gehe zu abschnitt 4", "Abschnitt 4", "[ja]"),
      ("zurücknehmen", "Zurückgenommen: der Weg von", "Übungskontos]"),
      ("wiederholen", "Wieder eingesetzt: der Weg von", "[ja]"),
      ("hilfe", "diesen Schritt auslassen: auslassen WARUM", "[ja]"),
      ("setze", "particle.device_id", "[ja]"),
      (":auslassen", "Sag, warum, damit du es später weißt: `auslassen WARUM`.", "[ja]"),
      ("gehe zurück", "Sieh es zurückkommen", "WARUM)"),
    ] {
      try await screen.expect(typed.isEmpty ? "[blueprint]" : "")
      await screen.type(typed)
      try await screen.expect(said)
      try await screen.expect(question)
    }
    await screen.press("\u{15}:setz\t")
    try await screen.expect(":setzen")
    await screen.pressAtOnce("\u{15}\u{4}")
    #expect(await screen.end().ending == .code(0))
  }

  @Test("practice serve says on the error stream what its line is for, and what comes next")
  func serve() async throws {
    let stage = try await Stage(.none, seed: 213)
    let running = try PipedProgram(stage.call(["practice", "serve"]))
    var said = ""
    for await piece in running.output {
      said += String(decoding: piece, as: UTF8.self)
      if said.contains("--blynk-url") { running.child.signal(15) }
    }
    #expect(await running.child.ending() == .code(0))
    let words = said.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    for text in [
      "`auth_token` and `template_id` are those that the Blynk device will have",
      "with the `access_token` above: footbridge setup demo \\ --particle-url http://127.0.0.1:",
      "these calls are the clicks: curl --json '{}' http://127.0.0.1:",
    ] { #expect(words.contains(text), "\(said)") }
  }
}
