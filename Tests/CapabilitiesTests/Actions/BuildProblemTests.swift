import Core
import ParticleAPI
import TestSupport
import Testing

@testable import Capabilities

@Suite("A sketch that does not compile")
struct BuildProblemTests {
  private static let sketch = """
    #include "Particle.h"
    #define BLYNK_AUTH_TOKEN "\(PlatformOrganization.token)"
      int calls = unknown;
    """

  private func evidence(_ errors: String...) throws -> [String] {
    try problem(errors).evidence.map(\.english)
  }

  private func problem(_ errors: [String]) throws -> Problem {
    var bench = PlatformBench(PlatformOrganization())
    bench.keep("blynk.auth_token", secret: PlatformOrganization.token)
    let file = SourceFile(name: "mine.ino", content: MaskedText(Self.sketch))
    return BuildProblem(errors: errors, file: file, bench.clouds).problem
  }

  @Test("each error has its line, and the line itself")
  func lines() throws {
    #expect(
      try evidence(
        """
        mine.ino: In function 'void setup()':
        mine.ino:3:15: error: 'unknown' was not declared in this scope
        mine.ino:3:15: note: suggested alternative
        /src/mine.ino:2: fatal error: stop
        make: *** [mine.o] Error 1
        """) == [
          "mine.ino:3: 'unknown' was not declared in this scope", "    int calls = unknown;",
          "mine.ino:2: stop", "    #define BLYNK_AUTH_TOKEN \"‹blynk.auth_token›\"",
        ])
  }

  @Test("what the practice device lacks is said as that, and no fault of the sketch")
  func lacks() throws {
    let problem = try problem([
      """
      mine.ino:2:5: error: 'other' was not declared in this scope
      mine.ino:3:7: error: 'UDP' is unavailable: the practice device does not have UDP
      mine.ino:3:7: error: 'UDP' is unavailable: the practice device does not have UDP
      mine.ino:3:7: error: aggregate 'device_os::UDP udp' has incomplete type
      mine.ino:1:1: note: the practice device does not have command of the network
      """
    ])
    #expect(problem.title == "The practice device lacks what this sketch uses")
    #expect(
      problem.evidence == [
        "mine.ino:3: the practice device does not have UDP", "    int calls = unknown;",
        "mine.ino:1: the practice device does not have command of the network",
        "    #include \"Particle.h\"", "mine.ino:2: 'other' was not declared in this scope",
        "    #define BLYNK_AUTH_TOKEN \"‹blynk.auth_token›\"",
      ])
  }

  @Test("a line that the sketch does not have is not quoted")
  func elsewhere() throws {
    #expect(try evidence("spark_wiring.h:900:1: error: no") == ["spark_wiring.h:900: no"])
  }

  @Test("words that name no line are shown as they are, but not without end")
  func raw() throws {
    #expect(try evidence("Compiler timed out or encountered an error").count == 1)
    #expect(try evidence(String(repeating: "make\n", count: 100)).count == 12)
  }

  @Test("whatever a compiler says is told on few lines, and the sketch's token on none")
  func anything() throws {
    let pieces = [
      "mine.ino", "/src/mine.ino", ":", ":3", ":2:5", ": ", "error: ", "fatal error: ", "note: ",
      "the practice device does not have ", "x", "\n", "\r\n",
    ]
    for seed in 0..<300 as Range<UInt64> {
      var chance = Seeded(seed: seed)
      let said = (0..<chance.below(200)).map { _ in pieces[chance.below(pieces.count)] }.joined()
      let evidence = try evidence(said)
      #expect(evidence.count <= 12, "seed \(seed)")
      let isShown = evidence.contains { $0.contains(PlatformOrganization.token) }
      #expect(!isShown, "seed \(seed)")
    }
  }
}
