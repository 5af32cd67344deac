import Guide
import Testing

@testable import Walkthrough

@Suite struct WalkTests {
  let walk = Walk(guide: TeaGuide.guide)

  /// The walk after these events, each applied by `step` as it happened.
  func after(_ events: WalkEvent...) -> WalkState {
    events.reduce(WalkState()) { walk.step($0, $1).0 }
  }

  @Test("a walk begins by asking the first question")
  func begins() {
    let (state, commands) = walk.step(WalkState(), .began(guide: "tea"))
    #expect(state.step == TeaGuide.path)
    #expect(commands == [.ask(TeaGuide.guide.questions[0], at: walk.named(TeaGuide.path)!)])
  }

  @Test("an answer that nothing checks is settled by being given")
  func given() {
    let state = after(
      .began(guide: "tea"), .answered(question: "path", answer: .plain("blueprint")))
    #expect(state.standings == [TeaGuide.path: .given])
    #expect(state.step == TeaGuide.name)
    #expect(state.phase == .asking)
  }

  @Test("an answer is checked, and a failed check waits for a move")
  func checked() {
    var state = after(
      .began(guide: "tea"), .answered(question: "path", answer: .plain("blueprint")),
      .answered(question: "tea.name", answer: .plain("Ada")))
    #expect(state.phase == .checking)
    state = walk.step(state, .checkFailed(step: TeaGuide.name, code: "nobody")).0
    #expect(state.phase == .stuck(code: "nobody"))
    state = walk.step(state, .answered(question: "tea.name", answer: .plain("Bob"))).0
    #expect(state.phase == .checking)
    state = walk.step(state, .checkHeld(step: TeaGuide.name, evidence: "Bob is in")).0
    #expect(state.standings[TeaGuide.name] == .proven(evidence: "Bob is in"))
    #expect(state.step == TeaGuide.water)
  }

  /// As far as the kettle.
  var atWater: WalkState {
    after(
      .began(guide: "tea"), .answered(question: "path", answer: .plain("blueprint")),
      .answered(question: "tea.name", answer: .plain("Ada")),
      .checkHeld(step: TeaGuide.name, evidence: "in"))
  }

  @Test("a step with an act looks first, and offers only when the look fails")
  func looksFirst() {
    #expect(atWater.phase == .checking)
    let held = walk.step(atWater, .checkHeld(step: TeaGuide.water, evidence: "hot")).0
    #expect(held.step == TeaGuide.bag)
    let cold = walk.step(atWater, .checkFailed(step: TeaGuide.water, code: "cold")).0
    #expect(cold.phase == .offering)
    #expect(walk.commands(in: cold) == [.offer(act: "tea.boil", at: walk.named(TeaGuide.water)!)])
  }

  @Test("what could not be asked is no reason to act")
  func unanswered() {
    let state = walk.step(atWater, .checkUnanswered(step: TeaGuide.water, code: "dark")).0
    #expect(state.phase == .stuck(code: "dark"))
  }

  @Test("after the act comes the check, and a second failure is not offered again")
  func offeredOnce() {
    let events: [WalkEvent] = [
      .checkFailed(step: TeaGuide.water, code: "cold"), .offerAccepted(step: TeaGuide.water),
      .actDone(step: TeaGuide.water, result: "boiled", made: nil),
      .checkFailed(step: TeaGuide.water, code: "cold"),
    ]
    let phases = events.reduce(into: (atWater, [Phase]())) { walked, event in
      walked.0 = walk.step(walked.0, event).0
      walked.1.append(walked.0.phase)
    }.1
    #expect(phases == [.offering, .acting, .checking, .stuck(code: "cold")])
  }

  @Test("an act that nothing checks is done when it is done")
  func uncheckedAct() {
    let bag = walk.step(atWater, .checkHeld(step: TeaGuide.water, evidence: "hot")).0
    #expect(bag.phase == .offering)
    let accepted = walk.step(bag, .offerAccepted(step: TeaGuide.bag)).0
    let done = walk.step(accepted, .actDone(step: TeaGuide.bag, result: "in the cup", made: nil)).0
    #expect(done.standings[TeaGuide.bag] == .done(result: "in the cup"))
    #expect(done.step == TeaGuide.pour)
  }

  @Test("what is done by hand is checked where it can be, and else is recorded as said")
  func byHand() {
    let bag = walk.step(atWater, .checkHeld(step: TeaGuide.water, evidence: "hot")).0
    let declined = walk.step(bag, .offerDeclined(step: TeaGuide.bag)).0
    #expect(declined.phase == .byHand)
    #expect(walk.step(declined, .confirmed(step: TeaGuide.bag)).0.standings[TeaGuide.bag] == .said)
    let cold = walk.fold([
      .began(guide: "tea"), .wentTo(step: TeaGuide.water),
      .checkFailed(step: TeaGuide.water, code: "cold"), .offerDeclined(step: TeaGuide.water),
      .confirmed(step: TeaGuide.water),
    ])
    #expect(cold.phase == .checking)
  }

  @Test("the path decides which sections are walked")
  func route() {
    var state = WalkState()
    state.answers["path"] = .plain("manual")
    #expect(walk.route(for: state).map(\.name).contains(TeaGuide.leaves))
    #expect(!walk.route(for: state).map(\.name).contains(TeaGuide.bag))
    state.answers["path"] = nil
    #expect(!walk.route(for: state).map(\.name).contains(TeaGuide.leaves))
  }

  @Test("back shows a settled step without undoing it, and moving on returns to the open one")
  func back() {
    let state = walk.step(atWater, .wentBack).0
    #expect(state.step == TeaGuide.name)
    #expect(state.phase == .resting)
    #expect(state.standings == atWater.standings)
    #expect(walk.step(state, .movedOn).0.step == TeaGuide.water)
  }

  @Test("a changed answer reopens what was proven after it, and leaves what was said")
  func changed() {
    var state = walk.step(atWater, .checkHeld(step: TeaGuide.water, evidence: "hot")).0
    state.standings[TeaGuide.drink] = .said
    state = walk.step(state, .answered(question: "tea.name", answer: .plain("Bob"))).0
    #expect(state.standings[TeaGuide.name] == nil)
    #expect(state.standings[TeaGuide.water] == nil)
    #expect(state.standings[TeaGuide.drink] == .said)
    #expect(state.step == TeaGuide.name)
    #expect(state.phase == .checking)
  }

  @Test("the same answer once more, or one to a later question, leaves the walk where it is")
  func unchanged() {
    let state = walk.step(atWater, .answered(question: "tea.name", answer: .plain("Ada"))).0
    #expect(state.step == TeaGuide.water)
    #expect(state.standings == atWater.standings)
    let early = walk.step(WalkState(), .began(guide: "tea")).0
    let later = walk.step(early, .answered(question: "tea.name", answer: .plain("Ada"))).0
    #expect(later.step == TeaGuide.path)
  }

  @Test("drift brings a finished walk back to the step that drifted")
  func drift() {
    var state = WalkState()
    for step in TeaGuide.guide.sections.flatMap(\.steps) {
      state.standings[step.name] = .proven(evidence: "")
    }
    state.answers = ["path": .plain("blueprint"), "tea.name": .plain("Ada")]
    let drifted = walk.step(state, .drifted(step: TeaGuide.water, code: "cold")).0
    #expect(drifted.step == TeaGuide.water)
    #expect(drifted.phase == .checking)
    let held = walk.step(drifted, .checkHeld(step: TeaGuide.water, evidence: "hot"))
    #expect(held.0.step == nil)
    #expect(held.1 == [.finish])
  }

  @Test("undo takes back a decision with what followed from it")
  func undo() {
    let held = walk.step(atWater, .checkHeld(step: TeaGuide.water, evidence: "hot")).0
    let undone = walk.step(held, .undone).0
    #expect(undone.step == TeaGuide.name)
    #expect(undone.phase == .asking)
    #expect(undone.answers["tea.name"] == nil)
    let redone = walk.step(undone, .redone).0
    #expect(redone.standings[TeaGuide.water] == .proven(evidence: "hot"))
  }

  @Test("a lost answer is asked again, also after an undo, and what was said stays")
  func lost() {
    var state = walk.step(atWater, .checkHeld(step: TeaGuide.water, evidence: "hot")).0
    state.standings[TeaGuide.drink] = .said
    let lost = walk.step(state, .lost(question: "tea.name")).0
    #expect(lost.step == TeaGuide.name)
    #expect(lost.phase == .asking)
    #expect(lost.standings == [TeaGuide.path: .given, TeaGuide.drink: .said])
    let undone = walk.step(lost, .undone).0
    #expect(undone.answers["tea.name"] == nil)
    #expect(walk.step(undone, .redone).0.answers["tea.name"] == nil)
    #expect(walk.step(state, .lost(question: "unasked")).0.standings == state.standings)
  }

  @Test("a lost secret that is there again brings back what was proven with it")
  func found() {
    let name = WalkEvent.answered(question: "tea.name", answer: .secret(change: 1))
    let events: [WalkEvent] = [
      .began(guide: "tea"), .answered(question: "path", answer: .plain("manual")), name,
      .checkHeld(step: TeaGuide.name, evidence: "known"),
      .checkHeld(step: TeaGuide.water, evidence: "hot"),
    ]
    let before = walk.fold(events)
    let lost = walk.step(before, .lost(question: "tea.name")).0
    #expect(lost.step == TeaGuide.name && lost.standings[TeaGuide.water] == nil)
    let found = walk.step(lost, .found(question: "tea.name")).0
    #expect(found == before)
    #expect(walk.step(lost, .found(question: "path")).0 == lost)
    // Once another answer was given meanwhile, the old proofs prove nothing.
    let changed = walk.step(lost, .answered(question: "path", answer: .plain("blueprint"))).0
    let late = walk.step(changed, .found(question: "tea.name")).0
    #expect(late.answers["tea.name"] == .secret(change: 1))
    #expect(late.standings[TeaGuide.water] == nil)
    // And once it was given anew, there is nothing to find.
    let again = walk.step(
      lost, .answered(question: "tea.name", answer: .secret(change: 2))
    ).0
    #expect(walk.step(again, .found(question: "tea.name")).0 == again)
  }

  @Test("with nothing to take back, undo and redo change nothing")
  func nothingToUndo() {
    let begun = after(.began(guide: "tea"))
    #expect(walk.step(begun, .undone).0 == begun)
    #expect(walk.step(begun, .redone).0 == begun)
  }

  @Test("a step that vanished from the guide is told, and the walk goes on at an open one")
  func vanished() {
    let log: [WalkEvent] = [
      .began(guide: "tea"), .checkHeld(step: "kettle/whistle", evidence: "heard"),
      .wentTo(step: "kettle/whistle"),
    ]
    let state = walk.fold(log)
    #expect(walk.vanished(in: state) == ["kettle/whistle"])
    #expect(state.step == TeaGuide.path)
  }
}
