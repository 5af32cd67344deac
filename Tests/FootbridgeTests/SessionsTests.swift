import Foundation
import Testing

/// Whole sessions with the real program, compared whole. `Sessions` has a file for each.
@Suite("Sessions")
struct SessionsTests {
  @Test("says what its transcript says, and no secret", arguments: try Session.all())
  func transcript(session: Session) async throws {
    let played = try await SessionRun(session).play(session)
    var parts: [Session.Part] = []
    var differences: [String] = []
    for (expected, actual) in zip(session.parts, played) {
      guard case .command(var command) = expected, case .command(let now) = actual else {
        parts.append(expected)
        continue
      }
      let comparison = TranscriptComparison(expected: command.output, actual: now.output)
      if !comparison.isSame { differences.append("$ \(command.text)\n\(comparison.text)") }
      command.output = comparison.recorded
      parts.append(.command(command))
    }
    guard !differences.isEmpty else { return }
    if ProcessInfo.processInfo.environment["FOOTBRIDGE_RECORD"] == "1" {
      return try Session(name: session.name, parts: parts).save()
    }
    Issue.record("\(SessionsTests.words(session, differences))")
  }

  private static func words(_ session: Session, _ differences: [String]) -> Comment {
    """
    Sessions/\(session.name).session reads otherwise now; - was expected, + came:

    \(differences.joined(separator: "\n\n"))

    If + is right, this writes it down (read it again afterwards):
    FOOTBRIDGE_RECORD=1 swift test --filter FootbridgeTests.SessionsTests
    """
  }
}
