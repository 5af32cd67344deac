import Testing

/// What people type, and nobody told them to.
@Suite("Lines as people type them")
struct PeoplesLinesTests {
  @Test("a command's word where any text is an answer is asked about")
  func doubtful() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .templateName)
    await screen.type("set blynk.server")
    try await screen.expect("Is `set blynk.server` the answer, or the command?")
    try await screen.expect("[command]")
    await screen.type()
    try await screen.expect("as it is]")
    await screen.type()
    try await walker.stand(at: .templateName)
    await screen.type("where")
    try await screen.expect("[command]")
    await screen.type(":goto region")
    try await screen.expect("Enter goes on.")
    await screen.type()
    try await walker.stand(at: .templateName)
    await screen.type("where")
    try await screen.expect("[command]")
    await screen.type("answer")
    try await screen.expect("Look the template over")
    try await walker.stand(at: .look)
    try await walker.ask(":log", at: .look, says: "blynk.template_name = where")
    try await walker.leave()
  }

  @Test("words for yes, for no and for help are heard at every step by hand")
  func words() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .account)
    for no in ["no", "later", "not yet", "nein"] {
      try await walker.ask(no, at: .account, says: "It stays open. `skip WHY` goes on without it")
    }
    for help in ["?", "help", "hilfe", ":help"] {
      try await walker.ask(help, at: .account, says: "leave; all of it is kept (Ctrl-D)")
    }
    for yes in ["fertig", "done", "ok!", "ja", "y"] {
      await screen.type(yes)
      try await walker.stand(at: .region)
      await screen.type("undo")
      try await screen.expect("Taken back: what was decided at")
      try await walker.stand(at: .account)
    }
    await screen.type("exit")
    #expect(await screen.end().ending == .code(0))
  }

  @Test("done is no yes to an offer")
  func offer() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .blueprint)
    await screen.type("fertig")
    try await screen.expect("This practice walk has no console to click in.")
    try await screen.expect("/blueprint")
    try await screen.expect("skip WHY)")
    await screen.type("do")
    try await screen.expect("The blueprint is in use.")
    try await walker.stand(at: .templateName)
    try await walker.leave()
  }

  @Test("steps are gone to by number, by section and by a part of their name")
  func places() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .look)
    for (place, shown) in [
      ("goto 3", "Name your device"), ("goto section 0", "Choose your way"),
      ("gehe device", "Name your device"), (":goto step 4", "See what its LED does"),
    ] {
      await screen.type(place)
      try await screen.expect(shown)
      try await screen.expect("Enter goes on.")
    }
    await screen.type("goto 99")
    try await screen.expect("I know no step 99.")
    try await screen.expect("Enter goes on.")
    await screen.type("goto webhook")
    try await screen.expect("section 4")
    try await screen.expect("Shall I do this for you? (yes/no) [yes]")
    try await walker.leave()
  }

  static let definitions = [
    "#define BLYNK_TEMPLATE_ID \"TMPLabcdefghi\"", "#define BLYNK_TEMPLATE_NAME \"My Boron\"",
    "#define BLYNK_AUTH_TOKEN \"abcdefghijklmnopqrstuvwxyz012345\"",
  ]

  @Test("Blynk's three lines give all three answers, pasted at once or line by line")
  func definitions() async throws {
    for isAtOnce in [true, false] {
      let walker = try await PracticeWalker()
      let screen = walker.screen
      try await walker.walk(to: .device)
      if isAtOnce {
        let lines = PeoplesLinesTests.definitions.joined(separator: "\r")
        await screen.press("\u{1B}[200~" + lines + "\u{1B}[201~\r")
        for name in ["template name", "Template ID", "Blynk AuthToken"] {
          try await screen.expect("I keep the \(name).")
        }
        try await walker.stand(at: .device)
      } else {
        for line in PeoplesLinesTests.definitions {
          await screen.type(line)
          try await screen.expect("I keep the ")
          try await walker.stand(at: .device)
        }
      }
      await screen.type(":log")
      let kept = ["blynk.template_name = My Boron", "blynk.template_id = TMPLabcdefghi"]
      for answer in isAtOnce ? kept : kept.reversed() { try await screen.expect(answer) }
      try await screen.expect("blynk.auth_token = ‹blynk.auth_token›")
      try await walker.stand(at: .device)
      for (line, said) in [
        (PeoplesLinesTests.definitions[0], "I have that already; `set` takes another one."),
        (
          PeoplesLinesTests.definitions[0].replacing("abc", with: "cba"),
          "That looks like another Template ID; `set blynk.template_id` takes it."
        ),
      ] {
        await screen.type(line)
        try await screen.expect(said)
        try await walker.stand(at: .device)
      }
      await screen.press("\u{4}")
      #expect(await screen.end().ending == .code(0))
    }
  }

  @Test("an answer that fits another question is kept for that one")
  func misplaced() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .device)
    try await walker.ask(
      "TMPLabcdefghi", at: .device,
      says: "That is the Template ID; I keep it. I need the Particle device ID here.")
    await screen.type("practice-boron")
    try await screen.expect("practice-boron (Boron) answers Particle.")
    try await walker.stand(at: .account)
    await screen.type("goto device")
    try await screen.expect("Your answer: ")
    try await screen.expect("Proven: practice-boron (Boron) answers Particle.")
    try await screen.expect("Enter goes on.")
    try await walker.leave()
  }

  @Test("the first Blynk's server is told apart, and an optional answer can be taken away")
  func optional() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .region)
    try await walker.ask(
      "blynk-cloud.com:8080", at: .region, says: "That is the first Blynk (0.x)")
    await screen.type()
    try await walker.stand(at: .platform)
    await screen.type("-")
    try await walker.stand(at: .blueprint)
    await screen.type("back")
    try await screen.expect("Enter goes on.")
    await screen.type("goto platform-client")
    try await walker.stand(at: .platform)
    await screen.type("abcdefghij")
    try await screen.expect("The secret of that client (hidden while you paste):")
    await screen.type("clear blynk.client_id")
    try await screen.expect("I go on without")
    try await walker.stand(at: .blueprint)
    await screen.type(":set blynk.client_id")
    try await screen.expect("away]")
    await screen.type("abcdefghij")
    try await screen.expect("The secret of that client (hidden while you paste):")
    await screen.type("undo")
    try await screen.expect("Taken back: the answer to")
    try await walker.stand(at: .blueprint)
    try await walker.leave()
  }
}
