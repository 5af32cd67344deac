import Foundation
import Guide
import TestSupport
import Testing

@testable import Walkthrough

/// Random walks: whatever happens, in whatever order, the machine stays sane.
@Suite struct WalkPropertyTests {
  let walk = Walk(guide: TeaGuide.guide)
  static let steps = TeaGuide.guide.sections.flatMap(\.steps).map(\.name) + ["gone/step"]

  static let walks = 10_000

  func randomEvent(_ chance: inout Seeded) -> WalkEvent {
    let step = WalkPropertyTests.steps[Int.random(in: 0..<8, using: &chance)]
    let all: [WalkEvent] = [
      .began(guide: "tea"), .answered(question: "path", answer: .plain("manual")),
      .answered(question: "path", answer: .plain("blueprint")),
      .answered(
        question: "tea.name", answer: .secret(change: Int.random(in: 1...3, using: &chance))),
      .answered(question: "unasked", answer: .plain("x")), .lost(question: "tea.name"),
      .lost(question: "path"), .found(question: "tea.name"), .found(question: "path"),
      .found(question: "unasked"), .checkHeld(step: step, evidence: "e"),
      .checkFailed(step: step, code: "c"), .checkUnanswered(step: step, code: "u"),
      .offerAccepted(step: step), .offerDeclined(step: step),
      .actDone(step: step, result: "r", made: MadeObject(kind: "k", id: "i")),
      .actFailed(step: step, code: "a"), .confirmed(step: step), .skipped(step: step, why: "w"),
      .retried(step: step), .drifted(step: step, code: "d"), .wentBack, .wentTo(step: step),
      .movedOn, .undone, .redone, .cleared(question: "tea.name"), .cleared(question: "path"),
      .cleared(question: "unasked"),
    ]
    return all[Int.random(in: all.indices, using: &chance)]
  }

  /// As many events as a seed says, from the beginning.
  func randomLog(_ chance: inout Seeded, atMost length: Int = 12) -> [WalkEvent] {
    [.began(guide: "tea")] + (0..<chance.below(length + 1)).map { _ in randomEvent(&chance) }
  }

  @Test("10,000 random walks: the log alone gives the state, and there is always a next command")
  func sane() throws {
    var chance = Seeded(seed: 7)
    for _ in 0..<WalkPropertyTests.walks {
      let log = randomLog(&chance)
      var state = WalkState()
      for event in log {
        let (next, commands) = walk.step(state, event)
        #expect(commands.count == 1)
        #expect(commands == walk.commands(in: next))
        #expect((next.step == nil) == (commands == [.finish]))
        state = next
      }
      // As the next start does it: from what is written.
      let written = try log.map { try JSONEncoder().encode($0) }
      let read = try written.map { try JSONDecoder().decode(WalkEvent.self, from: $0) }
      #expect(walk.fold(read) == state)
    }
  }

  @Test(
    "10,000 random walks: wherever one stands, the step can be left, and skipping ends the walk")
  func alwaysAnEnd() {
    var chance = Seeded(seed: 11)
    for _ in 0..<WalkPropertyTests.walks {
      var state = walk.fold(randomLog(&chance))
      for _ in 0...WalkPropertyTests.steps.count {
        guard let step = state.step else { break }
        state = walk.step(state, .skipped(step: step, why: "enough")).0
        #expect(state.step != step)
      }
      #expect(walk.commands(in: state) == [.finish])
    }
  }

  @Test("10,000 random walks: from wherever one ends, doing what is asked comes to the end")
  func noCircle() {
    var chance = Seeded(seed: 19)
    // A step takes at most a look, an answer, an offer, an act and a look after it.
    let limit = WalkPropertyTests.steps.count * 6
    for _ in 0..<WalkPropertyTests.walks {
      var state = walk.fold(randomLog(&chance))
      var count = 0
      while let event = obliging(state), count <= limit {
        state = walk.step(state, event).0
        count += 1
      }
      #expect(count <= limit)
      #expect(state.step == nil)
    }
  }

  /// What happens when a person and the clouds do as they are asked; nil at the end.
  private func obliging(_ state: WalkState) -> WalkEvent? {
    switch walk.commands(in: state)[0] {
    case .ask(let question, _):
      .answered(
        question: question.name, answer: .plain(question.name == "path" ? "manual" : "Ada"))
    case .check(_, let step): .checkHeld(step: step.name, evidence: "seen")
    case .offer(_, let step): .offerAccepted(step: step.name)
    case .perform(_, let step): .actDone(step: step.name, result: "done", made: nil)
    case .awaitHand(let step): .confirmed(step: step.name)
    case .awaitMove(_, let step): .retried(step: step.name)
    case .rest: .movedOn
    case .finish: nil
    }
  }

  @Test("undo after a decision is as before it, and redo after undo is as after it")
  func undo() {
    var chance = Seeded(seed: 17)
    var decisions = 0
    while decisions < WalkPropertyTests.walks {
      let before = walk.fold(randomLog(&chance))
      let event = randomEvent(&chance)
      guard event.isDecision else { continue }
      decisions += 1
      let after = walk.step(before, event).0
      let undone = walk.step(after, .undone).0
      #expect(undone.alone == before.alone)
      #expect(undone.past == before.past)
      let redone = walk.step(undone, .redone).0
      #expect(redone.alone == after.alone)
      #expect(redone.past == after.past)
    }
  }

  @Test("as many decisions as were made are taken back, one by one, and put in place again")
  func undoAll() {
    var chance = Seeded(seed: 23)
    for _ in 0..<WalkPropertyTests.walks / 10 {
      var states = [walk.fold([.began(guide: "tea")])]
      for _ in 0..<chance.below(20) {
        let event = randomEvent(&chance)
        guard event.isDecision, let last = states.last else { continue }
        states.append(walk.step(last, event).0)
      }
      var state = states[states.count - 1]
      for before in states.dropLast().reversed() {
        state = walk.step(state, .undone).0
        #expect(state.alone == before.alone)
      }
      for after in states.dropFirst() {
        state = walk.step(state, .redone).0
        #expect(state.alone == after.alone)
      }
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
