import Foundation
import Journey
import Testing

@testable import Footbridge
@testable import Logbook

@Suite("An event in the log")
struct LoggedEventTests {
  private func decode(_ json: String) throws -> WalkEvent {
    let stored = StoredEvent(number: 7, at: Date(timeIntervalSince1970: 0), json: json)
    return try LoggedEvent.decode(stored, book: "b")
  }

  @Test("what is written is read again")
  func again() throws {
    for event: WalkEvent in [
      .began(guide: "g"), .lost(question: "q"), .wentBack, .movedOn, .checkLacking(step: "a/b"),
      .learned(question: "q", answer: .plain("a")), .guideChanged(steps: ["a/b", "a/c"]),
    ] {
      #expect(try decode(LoggedEvent.encode(event)) == event)
    }
  }

  @Test("an event has the version that first had it, so that older programs read the rest")
  func versions() throws {
    #expect(try LoggedEvent.encode(.movedOn).contains(#""v":1"#))
    #expect(try LoggedEvent.encode(.checkLacking(step: "a/b")).contains(#""v":2"#))
  }

  @Test("a later version is refused, also where it looks the same")
  func later() throws {
    let tooNew = LogbookError.tooNew(file: "b", what: "event 7, version 3")
    let same = try LoggedEvent.encode(.movedOn).replacing(#""v":1"#, with: #""v":3"#)
    #expect(throws: tooNew) { try decode(same) }
    #expect(throws: tooNew) { try decode(#"{"event":{"flew":{}},"v":3}"#) }
  }

  @Test(
    "what is no event is damage",
    arguments: ["", "{}", "null", #"{"v":1}"#, #"{"event":{"flew":{}},"v":1}"#, #"{"v":"1"}"#])
  func damaged(json: String) {
    #expect(throws: LogbookError.damaged(file: "b", reason: "event 7 is no event", aside: nil)) {
      try decode(json)
    }
  }
}
