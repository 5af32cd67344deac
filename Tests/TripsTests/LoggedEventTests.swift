import Core
import Foundation
import Testing
import Walkthrough

@testable import Trips
@testable import Storage

@Suite("An event in the log")
struct LoggedEventTests {
  private func decode(_ json: String) throws -> WalkEvent {
    let stored = StoredEvent(number: 7, at: Date(timeIntervalSince1970: 0), json: json)
    return try LoggedEvent.decode(stored, book: "b")
  }

  @Test("what is written is read again")
  func again() throws {
    for event: WalkEvent in [
      .began(guide: "g"), .lost(question: "q"), .found(question: "q"), .wentBack, .movedOn,
      .checkLacking(step: "a/b"),
      .learned(question: "q", answer: .plain("a")), .guideChanged(steps: ["a/b", "a/c"]),
      .answered(question: "q", answer: .plain("\"\\\n é")),
      .answered(question: "q", answer: .secret(change: 2)),
      .checkHeld(step: "a/b", evidence: "e \u{1F309}"), .checkFailed(step: "a/b", code: "c"),
      .checkUnanswered(step: "a/b", code: "c"), .offerAccepted(step: "a/b"),
      .offerDeclined(step: "a/b"), .actDone(step: "a/b", result: "r", made: nil),
      .actDone(step: "a/b", result: "r", made: MadeObject(kind: "k", id: "7")),
      .actFailed(step: "a/b", code: "c"), .confirmed(step: "a/b"),
      .skipped(step: "a/b", why: "w"), .retried(step: "a/b"), .drifted(step: "a/b", code: "c"),
      .wentTo(step: "a/b"), .undone, .redone,
    ] {
      #expect(try decode(LoggedEvent.encode(event)) == event)
    }
  }

  @Test("the quick way leaves what is not as it was written to the decoder")
  func quick() throws {
    let held = #"{"event":{"checkHeld":{"evidence":"e","step":"a/b"}},"v":1}"#
    #expect(LoggedEvent(quickly: held)?.event == .checkHeld(step: "a/b", evidence: "e"))
    for json in [
      held.replacing("\"v\":1", with: "\"v\":7"), held.replacing("evidence", with: "evident"),
      held.replacing("\"e\"", with: "7"), held.replacing("checkHeld", with: "flew"),
      #"{"event":{"checkHeld":{"evidence":"e","step":"a/b"},"undone":{}},"v":1}"#, held + "}",
    ] {
      #expect(LoggedEvent(quickly: json)?.event == nil)
    }
  }

  @Test("words are kept as phrases, those of earlier versions stay as they were written")
  func phrases() throws {
    let seen: Phrase = "\("practice-boron") (\("Boron")) answers Particle."
    let written = try LoggedEvent.encode(.checkHeld(step: "a/b", evidence: seen))
    guard case .checkHeld(_, let read)? = LoggedEvent(quickly: written)?.event else {
      Issue.record("\(written)")
      return
    }
    #expect(read == seen && read.argument(2)?.english == "Boron")
    let earlier = #"{"event":{"checkHeld":{"evidence":"It answers.","step":"a/b"}},"v":1}"#
    guard case .checkHeld(_, let text) = try decode(earlier) else {
      Issue.record("\(earlier)")
      return
    }
    #expect(text.isVerbatim && text.english == "It answers.")
  }

  @Test("an event has the version that first had it, so that older programs read the rest")
  func versions() throws {
    #expect(try LoggedEvent.encode(.movedOn).contains(#""v":1"#))
    #expect(try LoggedEvent.encode(.checkLacking(step: "a/b")).contains(#""v":2"#))
    #expect(try LoggedEvent.encode(.cleared(question: "a")).contains(#""v":4"#))
    #expect(try LoggedEvent.encode(.found(question: "a")).contains(#""v":5"#))
    #expect(try LoggedEvent.encode(.checkHeld(step: "a/b", evidence: "e")).contains(#""v":6"#))
    let text = Phrase(verbatim: "e")
    #expect(try LoggedEvent.encode(.checkHeld(step: "a/b", evidence: text)).contains(#""v":1"#))
  }

  @Test("what was replayed says so, the quick way and the other")
  func replayed() throws {
    for event in [WalkEvent.movedOn, .checkHeld(step: "a/b", evidence: "e")] {
      let json = try LoggedEvent.encode(event, inReplay: true)
      #expect(json.contains(event == .movedOn ? #""v":3"# : #""v":6"#))
      let read = try LoggedEvent.read(
        StoredEvent(number: 1, at: .distantPast, json: json), book: "b")
      #expect(read.event == event && read.replayed == true)
      let live = try LoggedEvent.encode(event)
      #expect(
        try LoggedEvent.read(StoredEvent(number: 1, at: .distantPast, json: live), book: "b")
          .replayed == nil)
    }
  }

  @Test("a later version is refused, also where it looks the same")
  func later() throws {
    let tooNew = LogbookError.tooNew(file: "b", what: "event 7, version 7")
    let same = try LoggedEvent.encode(.movedOn).replacing(#""v":1"#, with: #""v":7"#)
    #expect(throws: tooNew) { try decode(same) }
    #expect(throws: tooNew) { try decode(#"{"event":{"flew":{}},"v":7}"#) }
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
