import Core
import Foundation
import Testing

/// `copy` in the wizard.
@Suite("What is pasted elsewhere, copied")
struct CopyTests {
  /// At the webhook in Blynk, which is made by hand.
  private func walker(_ variables: [String: String] = [:]) async throws -> PracticeWalker {
    let walker = try await PracticeWalker(variables: variables)
    try await walker.walk(to: .webhook)
    await walker.screen.type("no")
    try await walker.screen.expect("`copy` puts a value of this page on the clipboard")
    try await walker.screen.expect("skip WHY)")
    return walker
  }

  private func token(of walker: PracticeWalker) throws -> String {
    let file = URL(fileURLWithPath: "\(walker.stage.home)/practice/secrets.json")
    let kept = try Look(json: Data(contentsOf: file)).at("setups.practice")
    return try #require(kept["particle.access_token"].text)
  }

  private func sent(_ text: String) -> String {
    "\u{1B}]52;c;\(Base64.encode(Array(text.utf8)))\u{7}"
  }

  private func raw(_ walker: PracticeWalker) async -> String {
    String(decoding: await walker.screen.raw, as: UTF8.self)
  }

  @Test("one value after the other goes to the terminal, which may refuse; that is said once")
  func terminal() async throws {
    let walker = try await walker()
    let screen = walker.screen
    await screen.type("copy")
    try await screen.expect("WEBHOOK NAME")
    try await screen.expect("Bearer ‹particle.access_token›")
    try await screen.expect("Which one? A number or a name [")
    try await screen.expect("]")
    await screen.type("webhook name")
    try await screen.expect("WEBHOOK NAME: sent to your terminal for its clipboard, by OSC 52.")
    try await screen.expect("you paste.")
    try await screen.expect("skip WHY)")
    #expect(await raw(walker).contains(sent("particle-http-api")))
    await screen.type("copy json")
    let said = try await screen.expect("skip WHY)")
    #expect(said.contains("json: sent to your terminal") && !said.contains("may refuse"))
    #expect(await raw(walker).contains(sent(#"{"args":"{device_pinValue}"}"#)))
    await screen.type("copy")
    try await screen.expect("Which one? A number or a name [")
    await screen.type("where")
    try await screen.expect("Choose your way")
    try await screen.expect("skip WHY)")
    await screen.type("copy nonsense")
    try await screen.expect("This step has these to paste:")
    try await screen.expect("skip WHY)")
    try await walker.leave()
  }

  @Test("a secret goes there after a yes, and is never shown")
  func secret() async throws {
    let walker = try await walker()
    let screen = walker.screen
    let header = sent("Bearer \(try token(of: walker))")
    for answer in ["no", ""] {
      #expect(!(await raw(walker)).contains(header))
      await screen.type("copy token")
      try await screen.expect("Put ‹particle.access_token› on the clipboard")
      try await screen.expect("[yes]")
      await screen.type(answer)
      try await screen.expect(
        answer.isEmpty
          ? "HTTP Headers, value (‹particle.access_token›): sent to your" : "Nothing was copied.")
      try await screen.expect("skip WHY)")
    }
    let (text, token) = (await raw(walker), try token(of: walker))
    #expect(text.contains(header) && !text.contains(token))
    await screen.press("\u{4}")
    #expect(await screen.end().ending == .code(0))
  }

  @Test("the sketch is one of them where it is flashed, with its values in it")
  func sketch() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .flash)
    await screen.type("copy sketch")
    try await screen.expect("Put ‹blynk.auth_token› on the clipboard")
    try await screen.expect("[yes]")
    await screen.type()
    try await screen.expect("sketch (‹blynk.auth_token›): sent to your terminal")
    let sent = try #require(await raw(walker).firstMatch(of: /\]52;c;([A-Za-z0-9+\/=]+)\u{7}/))
    let text = String(decoding: try #require(Data(base64Encoded: String(sent.1))), as: UTF8.self)
    #expect(text.contains("#define BLYNK_AUTH_TOKEN \"") && !text.contains("‹"))
    await screen.press("\u{4}")
    #expect(await screen.end().ending == .code(0))
  }

  @Test("a program of the session takes it by its input, and its environment has no token")
  func program() async throws {
    let scratch = try Scratch()
    let path = scratch.file("xclip")
    try """
    #!/bin/sh
    cat >'\(scratch.file("input"))'
    env >'\(scratch.file("env"))'

    """.write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let walker = try await walker([
      "DISPLAY": ":0", "PATH": "\(scratch.path):/usr/bin:/bin", "BLYNK_AUTH_TOKEN": "canary",
    ])
    await walker.screen.type(":copy token")
    try await walker.screen.expect("[yes]")
    await walker.screen.type("yes")
    try await walker.screen.expect("(‹particle.access_token›): on the clipboard, by xclip.")
    try await walker.screen.expect("skip WHY)")
    let input = try String(contentsOfFile: scratch.file("input"), encoding: .utf8)
    let token = try token(of: walker)
    #expect(input == "Bearer \(token)")
    let environment = try String(contentsOfFile: scratch.file("env"), encoding: .utf8)
    #expect(!environment.contains("canary") && environment.contains("DISPLAY=:0"))
    try await walker.leave()
  }

  @Test("a step with nothing to paste says so, and German has its own word")
  func nothing() async throws {
    let walker = try await PracticeWalker()
    try await walker.walk(to: .account)
    try await walker.ask("kopiere", at: .account, says: "This step has nothing to paste.")
    try await walker.leave()
  }
}
