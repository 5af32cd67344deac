import Guide
import Testing

@testable import Walkthrough

/// Optional answers that are taken away.
struct ClearedTests {
  private static let guide = GuideDocument(
    id: "boat", title: "A boat",
    sections: [
      Section(
        id: "boat", title: "A boat",
        steps: [
          Step(name: "boat/hull", title: "Hull", check: "hull.floats"),
          Step(
            name: "boat/sail", title: "Sail",
            ask: Question(name: "sail", shape: .text(1...9), prompt: "Sail?", isOptional: true),
            check: "sail.fits"),
          Step(name: "boat/mast", title: "Mast", check: "mast.stands", when: "sail"),
          Step(name: "boat/crew", title: "Crew", check: "crew.aboard"),
        ])
    ])

  private let walk = Walk(guide: ClearedTests.guide)
  private static let leftOut = StepStatus.skipped(why: StepStatus.leftOutWhy)

  private static let whole: [WalkEvent] = [
    .began(guide: "boat"), .checkHeld(step: "boat/hull", evidence: "dry"),
    .answered(question: "sail", answer: .plain("red")),
    .checkHeld(step: "boat/sail", evidence: "tight"),
    .checkHeld(step: "boat/mast", evidence: "up"), .checkHeld(step: "boat/crew", evidence: "two"),
  ]

  @Test("what was refused is left out, with what rests on it, and the walk goes on after it")
  func refused() {
    let state = walk.fold(
      ClearedTests.whole.prefix(3) + [
        .checkFailed(step: "boat/sail", code: "too-small"), .cleared(question: "sail"),
      ])
    #expect(state.answers["sail"] == nil && state.given["sail"] == nil)
    #expect(state.standings["boat/sail"] == ClearedTests.leftOut)
    #expect(state.step == "boat/crew" && state.phase == .checking)
  }

  @Test("what was proven after it is proven again, what stood before it stays")
  func later() {
    let state = walk.fold(ClearedTests.whole + [.cleared(question: "sail")])
    #expect(state.standings["boat/hull"] == .proven(evidence: "dry"))
    #expect(state.standings["boat/crew"] == nil && state.step == "boat/crew")
  }

  @Test("where there is no answer, nothing is proven again")
  func none() {
    let left = walk.fold(
      ClearedTests.whole.prefix(2) + [
        .cleared(question: "sail"), .checkHeld(step: "boat/crew", evidence: "two"),
      ])
    #expect(left.step == nil && left.standings["boat/sail"] == ClearedTests.leftOut)
    let again = walk.fold(
      ClearedTests.whole.prefix(2) + [
        .cleared(question: "sail"), .checkHeld(step: "boat/crew", evidence: "two"),
        .wentTo(step: "boat/sail"), .cleared(question: "sail"),
      ])
    #expect(again.standings["boat/crew"] == .proven(evidence: "two") && again.step == nil)
  }

  @Test("an answer that was given ahead is taken away without leaving the place")
  func ahead() {
    let state = walk.fold([
      .began(guide: "boat"), .answered(question: "sail", answer: .plain("red")),
      .cleared(question: "sail"),
    ])
    #expect(state.step == "boat/hull" && state.standings["boat/sail"] == ClearedTests.leftOut)
  }

  @Test("who looks back at what is settled stays there when an answer ahead is taken away or given")
  func lookingBack() {
    let back = walk.fold([
      .began(guide: "boat"), .answered(question: "sail", answer: .plain("red")),
      .checkHeld(step: "boat/hull", evidence: "dry"), .wentTo(step: "boat/hull"),
    ])
    #expect(back.step == "boat/hull" && back.phase == .resting)
    for event in [
      WalkEvent.cleared(question: "sail"), .answered(question: "sail", answer: .plain("blue")),
    ] {
      let state = walk.step(back, event).0
      #expect(state.step == "boat/hull" && state.phase == .resting)
      #expect(state.standings["boat/hull"] == .proven(evidence: "dry"))
    }
  }

  @Test("what is not optional stays")
  func needed() {
    let state = walk.fold(ClearedTests.whole)
    #expect(walk.step(state, .cleared(question: "unasked")).0.alone == state.alone)
  }
}
