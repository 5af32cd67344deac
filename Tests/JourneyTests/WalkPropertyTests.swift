import Foundation
import Guidebook
import Testing
import Yardstick

@testable import Journey

/// Random walks: whatever happens, in whatever order, the machine stays sane.
@Suite struct WalkPropertyTests {
  let walk = Walk(guide: TeaGuide.guide)
  static let steps = TeaGuide.guide.sections.flatMap(\.steps).map(\.name) + ["gone/step"]

  func randomEvent(_ chance: inout Seeded) -> WalkEvent {
    let step = WalkPropertyTests.steps[Int.random(in: 0..<8, using: &chance)]
    let all: [WalkEvent] = [
      .began(guide: "tea"), .answered(question: "path", answer: .plain("manual")),
      .answered(question: "path", answer: .plain("blueprint")),
      .answered(
        question: "tea.name", answer: .secret(change: Int.random(in: 1...3, using: &chance))),
      .answered(question: "unasked", answer: .plain("x")), .checkHeld(step: step, evidence: "e"),
      .checkFailed(step: step, code: "c"), .checkUnanswered(step: step, code: "u"),
      .offerAccepted(step: step), .offerDeclined(step: step),
      .actDone(step: step, result: "r", made: MadeObject(kind: "k", id: "i")),
      .actFailed(step: step, code: "a"), .confirmed(step: step), .skipped(step: step, why: "w"),
      .retried(step: step), .drifted(step: step, code: "d"), .wentBack, .wentTo(step: step),
      .movedOn, .undone, .redone,
    ]
    return all[Int.random(in: all.indices, using: &chance)]
  }

  @Test("10,000 random walks: folding the log gives the state, and there is always a next command")
  func sane() {
    var chance = Seeded(seed: 7)
    for _ in 0..<10_000 {
      let log = [.began(guide: "tea")] + (0..<12).map { _ in randomEvent(&chance) }
      var state = WalkState()
      for event in log {
        let (next, commands) = walk.step(state, event)
        #expect(commands.count == 1)
        #expect((next.step == nil) == (commands == [.finish]))
        state = next
      }
      #expect(walk.fold(log) == state)
    }
  }

  @Test("from wherever a random walk ends, skipping ends the walk: no step is a dead end")
  func alwaysAnEnd() {
    var chance = Seeded(seed: 11)
    for _ in 0..<2_000 {
      var state = walk.fold([.began(guide: "tea")] + (0..<12).map { _ in randomEvent(&chance) })
      for _ in 0...WalkPropertyTests.steps.count {
        guard let step = state.step else { break }
        state = walk.step(state, .skipped(step: step, why: "enough")).0
      }
      #expect(walk.commands(in: state) == [.finish])
    }
  }

  @Test("undo after a decision is as before it, and redo after undo is as after it")
  func undo() {
    var chance = Seeded(seed: 17)
    var decisions = 0
    while decisions < 10_000 {
      let length = chance.below(12)
      let before = walk.fold(
        [.began(guide: "tea")] + (0..<length).map { _ in randomEvent(&chance) })
      let event = randomEvent(&chance)
      guard event.isDecision else { continue }
      decisions += 1
      let after = walk.step(before, event).0
      let undone = walk.step(after, .undone).0
      #expect(undone.alone == before.alone)
      #expect(walk.step(undone, .redone).0.alone == after.alone)
    }
  }

  @Test("every event comes back from JSON as it was")
  func coded() throws {
    var chance = Seeded(seed: 13)
    for _ in 0..<1_000 {
      let event = randomEvent(&chance)
      let bytes = try JSONEncoder().encode(event)
      #expect(try JSONDecoder().decode(WalkEvent.self, from: bytes) == event)
    }
  }
}
