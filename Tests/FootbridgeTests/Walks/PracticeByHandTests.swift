import Foundation
import Testing

/// Practice without a yes to any offer: every call that is told is typed in another terminal.
@Suite("Practice by hand")
struct PracticeByHandTests {
  /// As many questions as a walk may ask; it would else go round for ever.
  private static let mostQuestions = 80

  @Test(
    "no to every offer, and the calls that are told, lead to the passed trip",
    arguments: [
      (
        "manual",
        [
          "/template", "/datastreams", "/activate", "-F file=@footbridge.ino", "/webhook",
          "/webhook/test", "/v1/integrations", "/flip",
        ]
      ), ("blueprint", ["/blueprint", "'{}' http", "/activate", "/webhook", "/flip"]),
    ])
  func whole(way: String, paths: [String]) async throws {
    let stage = try await Stage(.none, seed: 1)
    let screen = try stage.terminal(["practice"])
    var typed: [String] = []
    for _ in 0..<PracticeByHandTests.mostQuestions {
      guard let text = await screen.question() else { break }
      let calls = PracticeByHandTests.calls(in: text)
      for call in calls { typed.append(call) }
      if !calls.isEmpty { try await run(calls, on: stage) }
      let isOffer = text.contains("Shall I do this for you?")
      await screen.type(
        isOffer ? "no" : text.contains("blueprint or manual?") ? way : "")
    }
    let (text, ending) = await screen.end()
    #expect(ending == .code(0) && text.contains("Nothing is left to do"), "\(text)")
    for path in paths { #expect(typed.contains { $0.contains(path) }, "\(path)") }
    #expect(typed.count { $0.contains("/datastreams") } == (way == "manual" ? 5 : 0))
    let made = typed.first { $0.contains("/activate") } ?? ""
    #expect(made.contains("'{}'") == (way == "blueprint"), "a blueprint's device is the one")
    let (status, _) = try await PipedProgram.run(
      stage.call(["status", "--json", "--home", "\(stage.home)/practice"]))
    let steps = try Look(json: status)["steps"].list
    #expect(!steps.contains { $0["standing"].text == "done" }, "all of it was done by hand")
  }

  @Test("a no to the same offer tells the call once more")
  func twice() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .blueprint)
    for _ in 0..<2 {
      await screen.type("no")
      try await screen.expect("`do` has me do it; by hand it")
      try await screen.expect("/blueprint")
      try await screen.expect("skip WHY)")
      await screen.type("no")
      try await screen.expect("It stays open.")
      try await screen.expect("skip WHY)")
      await screen.type("back")
      try await screen.expect("Enter goes on.")
      await screen.type()
      try await walker.stand(at: .blueprint)
    }
    try await walker.leave()
  }

  @Test("where a word alone says that it is done, it can be done still")
  func wordAlone() async throws {
    let walker = try await PracticeWalker()
    let screen = walker.screen
    try await walker.walk(to: .webhook)
    await screen.type("no")
    try await screen.expect("skip WHY)")
    await screen.type("yes")
    try await screen.expect("I take your word for it")
    try await walker.stand(at: .webhookTest)
    await screen.type("goto blynk-webhook")
    try await screen.expect("/webhook")
    try await screen.expect("Enter goes on; `do` has me do it.")
    await screen.type("do")
    try await screen.expect("calls blynk_led on")
    try await walker.stand(at: .webhookTest)
    await screen.type("goto 22")
    try await screen.expect("before it are still open; `goto 19`")
    try await walker.stand(at: .flip)
    try await walker.leave()
  }

  /// What stands indented below the words about them.
  private static func calls(in text: String) -> [String] {
    guard let words = text.lastRange(of: "terminal:") ?? text.lastRange(of: "your word:")
    else { return [] }
    return text[words.upperBound...].split(separator: "\n").map { $0.filter { $0 != "\r" } }
      .filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
  }

  private func run(_ calls: [String], on stage: Stage) async throws {
    let folder = stage.scratch.file("bin")
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/footbridge", withDestinationPath: try BuiltProgram.path())
    }
    var call = try stage.call([], variables: ["PATH": "\(folder):/usr/bin:/bin"])
    call.path = "/bin/sh"
    call.arguments = ["-ec", calls.joined(separator: "\n")]
    let (text, ending) = try await PipedProgram.run(call)
    #expect(ending == .code(0), "\(calls)\n\(text)")
    #expect(!text.contains("error"), "\(calls)\n\(text)")
  }
}

extension String {
  fileprivate func lastRange(of text: String) -> Range<String.Index>? {
    ranges(of: text).last
  }
}
