import Foundation
import Testing

/// The one program that this one starts for a person is given no token, whatever stands in our own
/// environment. Compilers and sketches: `SketchSurroundingsTests`.
@Suite("The person's pager")
struct PagerTests {
  static let tokens = [
    "PARTICLE_ACCESS_TOKEN": "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
    "BLYNK_AUTH_TOKEN": "canary-AuthToken_0123456789abcde",
    "BLYNK_CLIENT_SECRET": "canary/client+secret",
  ]
  static let leaks = Leaks(of: tokens.map { ($0.key, $0.value) })

  @Test("gets no token, as an argument or in its environment")
  func tokens() async throws {
    let stage = try await Stage(.none, seed: 71)
    let screen = try Screen(
      stage.call(
        ["guide", "testing"],
        variables: PagerTests.tokens.merging(
          ["TERM": "xterm", "PAGER": "env; tr '\\0' ' ' </proc/$PPID/cmdline; cat"],
          uniquingKeysWith: { $1 })))
    let (said, ending) = await screen.end()
    #expect(ending == .code(0))
    #expect(said.contains("FOOTBRIDGE_HOME=\(stage.home)") && said.contains("guide testing"))
    #expect(PagerTests.leaks.found(in: Data(said.utf8)).isEmpty)
  }

  @Test("may read the keys of the terminal, as less does")
  func keys() async throws {
    let stage = try await Stage(.none, seed: 72)
    let screen = try Screen(
      stage.call(
        ["guide", "testing"],
        variables: [
          "TERM": "xterm",
          "PAGER": "cat >/dev/null; echo a page; read key </dev/tty; echo \"key $key.\"",
        ]))
    try await screen.expect("a page")
    await screen.pressAtOnce("q\r")
    try await screen.expect("key q.")
    #expect(await screen.end().ending == .code(0))
  }
}
