import Guide
import Testing

@testable import Walkthrough

/// What a guide can ask of a walk besides the plain way: checks that nobody can make, steps that only
/// some need, and a guide that changes.
@Suite struct WalkGuideTests {
  let walk = Walk(guide: TeaGuide.guide)

  func after(_ walk: Walk, _ events: WalkEvent...) -> WalkState {
    events.reduce(WalkState()) { walk.step($0, $1).0 }
  }

  private static let toWater: [WalkEvent] = [
    .began(guide: "tea"), .answered(question: "path", answer: .plain("blueprint")),
    .answered(question: "tea.name", answer: .plain("Ada")),
    .checkHeld(step: TeaGuide.name, evidence: "in"),
  ]

  @Test("how many steps there are is known once the path is")
  func end() {
    let open = after(walk, .began(guide: "tea"))
    #expect(!walk.knowsEnd(in: open))
    let chosen = walk.step(open, .answered(question: "path", answer: .plain("manual"))).0
    #expect(walk.knowsEnd(in: chosen))
    #expect(Walk(guide: BreadGuide.of("knead", "bake")).knowsEnd(in: WalkState()))
  }

  // MARK: checks that nothing here can make

  @Test("where nothing can check a step, the act is offered, and what it did is the standing")
  func lackingAct() {
    var state = walk.fold(Self.toWater + [.checkLacking(step: TeaGuide.water)])
    #expect(state.phase == .offering)
    state = walk.step(state, .offerAccepted(step: TeaGuide.water)).0
    state =
      walk.step(
        state, .actDone(step: TeaGuide.water, result: "it boils", made: nil)
      ).0
    #expect(state.standings[TeaGuide.water] == .done(result: "it boils"))
    #expect(state.step == TeaGuide.bag)
  }

  @Test("declined, it is the person's word, recorded as said and not as seen")
  func lackingHand() {
    var state = walk.fold(
      Self.toWater + [
        .checkLacking(step: TeaGuide.water), .offerDeclined(step: TeaGuide.water),
      ])
    #expect(state.phase == .byHand)
    state = walk.step(state, .retried(step: TeaGuide.water)).0
    #expect(state.phase == .checking)
    state = walk.step(state, .checkLacking(step: TeaGuide.water)).0
    #expect(state.phase == .byHand)
    state = walk.step(state, .confirmed(step: TeaGuide.water)).0
    #expect(state.standings[TeaGuide.water] == .said)
  }

  @Test("an answer that nothing can check is given")
  func lackingAnswer() {
    let state = walk.fold(Self.toWater.dropLast() + [.checkLacking(step: TeaGuide.name)])
    #expect(state.standings[TeaGuide.name] == .given)
    #expect(state.step == TeaGuide.water)
    // What is true of one step is not true of the next.
    #expect(!state.lacksCheck && state.phase == .checking)
  }

  @Test("a step that was left is not settled by a late word")
  func lackingElsewhere() {
    let state = walk.fold(Self.toWater)
    #expect(walk.step(state, .checkLacking(step: TeaGuide.pour)).0 == state)
  }

  // MARK: answers that were found out

  @Test("what was found out is the answer, and what was given is remembered")
  func learned() {
    let state = walk.fold(
      Self.toWater + [.learned(question: "tea.name", answer: .plain("Ada Lovelace"))])
    #expect(state.answers["tea.name"] == .plain("Ada Lovelace"))
    #expect(state.given["tea.name"] == .plain("Ada"))
    #expect(state.past == walk.fold(Self.toWater).past)
  }

  // MARK: steps that only some need

  @Test("a step has nothing to do without the answer it is for, and is done with it")
  func when() {
    let walk = Walk(guide: BreadGuide.optional)
    var state = after(walk, .began(guide: "bread"))
    #expect(state.step == BreadGuide.starter)
    let without = walk.step(
      state, .skipped(step: BreadGuide.starter, why: "left out; it is optional")
    ).0
    #expect(without.standings[BreadGuide.feed] == .skipped(why: "there is no bread.starter"))
    #expect(without.step == BreadGuide.bake)
    state = walk.step(state, .answered(question: "bread.starter", answer: .plain("rye"))).0
    #expect(state.step == BreadGuide.feed && state.phase == .byHand)
    // Given later, the answer brings its step back.
    let late = walk.step(
      without, .answered(question: "bread.starter", answer: .plain("rye"))
    ).0
    #expect(late.standings[BreadGuide.feed] == nil)
    #expect(walk.open(in: late).map(\.name).contains(BreadGuide.feed))
  }

  @Test("who goes to a skipped step is to do it now; what has nothing to do is only shown")
  func turnsToSkipped() {
    let state = walk.fold(Self.toWater + [.skipped(step: TeaGuide.water, why: "later")])
    let there = walk.step(state, .wentTo(step: TeaGuide.water)).0
    #expect(there.phase == .checking && there.step == TeaGuide.water)
    #expect(there.standings[TeaGuide.water] == .skipped(why: "later"))
    let bread = Walk(guide: BreadGuide.optional)
    let without = bread.fold([
      .began(guide: "bread"), .skipped(step: BreadGuide.starter, why: "left out"),
    ])
    let shown = bread.step(without, .wentTo(step: BreadGuide.feed)).0
    #expect(shown.phase == .resting && shown.step == BreadGuide.feed)
    #expect(bread.step(without, .wentTo(step: BreadGuide.starter)).0.phase == .asking)
  }

  // MARK: a guide that changes

  @Test("what the guide has got is told, and a walk at its end goes on there")
  func longer() {
    let before = Walk(guide: BreadGuide.of("knead", "bake"))
    let log: [WalkEvent] = [
      .began(guide: "bread"), .guideChanged(steps: before.stepNames),
      .confirmed(step: "bread/knead"), .confirmed(step: "bread/bake"),
    ]
    #expect(before.fold(log).phase == .finished && before.added(since: before.fold(log)).isEmpty)
    let after = Walk(guide: BreadGuide.of("knead", "rest", "bake"))
    let done = after.fold(log)
    #expect(after.added(since: done).map(\.name) == ["bread/rest"])
    #expect(after.commands(in: done) == [.finish])
    let met = after.step(done, .guideChanged(steps: after.stepNames)).0
    #expect(met.step == "bread/rest" && met.phase == .byHand)
    #expect(after.added(since: met).isEmpty)
    #expect(after.open(in: met).map(\.name) == ["bread/rest"])
  }

  @Test("a log is read as it was walked: a new step before the others reopens none of them")
  func newInTheMiddle() {
    let old = GuideDocument(
      id: TeaGuide.guide.id, title: TeaGuide.guide.title,
      sections: TeaGuide.guide.sections.map { section in
        var section = section
        section.steps.removeAll { $0.name == TeaGuide.water }
        return section
      })
    let before = Walk(guide: old)
    var log: [WalkEvent] = [
      .began(guide: "tea"), .guideChanged(steps: before.stepNames),
      .answered(question: "path", answer: .plain("blueprint")),
      .answered(question: "tea.name", answer: .plain("Ada")), .checkLacking(step: TeaGuide.name),
      .offerAccepted(step: TeaGuide.bag),
      .actDone(step: TeaGuide.bag, result: "in", made: nil), .checkLacking(step: TeaGuide.pour),
      .confirmed(step: TeaGuide.pour), .confirmed(step: TeaGuide.drink),
    ]
    let done = before.fold(log)
    #expect(done.phase == .finished)
    let state = walk.fold(log)
    #expect(state.standings == done.standings && state.phase == .finished)
    #expect(walk.added(since: state).map(\.name) == [TeaGuide.water])
    log.append(.guideChanged(steps: walk.stepNames))
    let met = walk.fold(log)
    #expect(met.step == TeaGuide.water && met.standings == done.standings)
    #expect(walk.added(since: met).isEmpty && walk.fold(log.dropLast()) == state)
  }

  @Test("what was done in one step is done in all that it was parted into, and undo keeps it")
  func parted() {
    let before = Walk(guide: BreadGuide.of("weigh", "knead", "bake"))
    let after = Walk(guide: BreadGuide.parted)
    let log: [WalkEvent] = [
      .began(guide: "bread"), .guideChanged(steps: before.stepNames),
      .confirmed(step: "bread/weigh"), .confirmed(step: "bread/knead"),
    ]
    for log in [log, log.filter { if case .guideChanged = $0 { false } else { true } }] {
      let found = after.fold(log)
      #expect(after.parted(since: found) == ["bread/knead"])
      #expect(after.added(since: found).isEmpty || found.known.isEmpty)
      #expect(after.vanished(in: found).isEmpty)
      let met = after.step(found, .guideChanged(steps: after.stepNames)).0
      #expect(met.standings["bread/fold"] == .said && met.standings["bread/press"] == .said)
      #expect(met.step == "bread/bake" && after.parted(since: met).isEmpty)
      let back = after.step(met, .undone).0
      #expect(back.standings["bread/fold"] == nil && back.step == "bread/fold")
      #expect(after.step(back, .redone).0.standings == met.standings)
    }
  }

  @Test("a walk that stood at a step which was parted goes on at the first of its parts")
  func partedHalfWay() {
    let before = Walk(guide: BreadGuide.of("weigh", "knead", "bake"))
    let after = Walk(guide: BreadGuide.parted)
    let state = after.fold([
      .began(guide: "bread"), .guideChanged(steps: before.stepNames),
      .confirmed(step: "bread/weigh"),
    ])
    #expect(after.added(since: state).map(\.name) == ["bread/fold", "bread/press"])
    #expect(after.step(state, .guideChanged(steps: after.stepNames)).0.step == "bread/fold")
  }

  @Test("a walk half-way stays where it is, and comes to the new step in the end")
  func halfWay() {
    let before = Walk(guide: BreadGuide.of("knead", "bake", "eat"))
    let after = Walk(guide: BreadGuide.of("weigh", "knead", "bake", "eat"))
    let state = after.fold([
      .began(guide: "bread"), .guideChanged(steps: before.stepNames),
      .confirmed(step: "bread/knead"),
    ])
    var now = after.step(state, .guideChanged(steps: after.stepNames)).0
    #expect(now.step == "bread/bake")
    now = after.step(now, .confirmed(step: "bread/bake")).0
    now = after.step(now, .confirmed(step: "bread/eat")).0
    #expect(now.step == "bread/weigh")
  }

  @Test("a step that went takes its standing along, and the rest stays")
  func shorter() {
    let before = Walk(guide: BreadGuide.of("knead", "rest", "bake"))
    let state = before.fold([
      .began(guide: "bread"), .guideChanged(steps: before.stepNames),
      .confirmed(step: "bread/knead"),
    ])
    let after = Walk(guide: BreadGuide.of("knead", "bake"))
    let now = after.step(state, .guideChanged(steps: after.stepNames)).0
    #expect(now.step == "bread/bake")
    #expect(now.standings == ["bread/knead": .said])
    #expect(
      after.vanished(in: before.step(state, .confirmed(step: "bread/rest")).0) == ["bread/rest"])
  }

  @Test("a log from before guides were noted tells of nothing new")
  func old() {
    let before = Walk(guide: BreadGuide.of("knead"))
    let state = before.fold([.began(guide: "bread"), .confirmed(step: "bread/knead")])
    #expect(Walk(guide: BreadGuide.of("weigh", "knead")).added(since: state).isEmpty)
  }

  @Test("undo does not take a changed guide back")
  func undone() {
    let before = Walk(guide: BreadGuide.of("knead", "bake"))
    let after = Walk(guide: BreadGuide.of("knead", "rest", "bake"))
    var state = before.fold([
      .began(guide: "bread"), .guideChanged(steps: before.stepNames),
      .confirmed(step: "bread/knead"),
    ])
    state = after.step(state, .guideChanged(steps: after.stepNames)).0
    state = after.step(state, .undone).0
    #expect(after.added(since: state).isEmpty && state.step == "bread/knead")
    #expect(after.step(state, .redone).0.known == Set(after.stepNames))
  }
}

/// A guide of one path, as short as one likes.
enum BreadGuide {
  static let starter: StepName = "bread/starter"
  static let feed: StepName = "bread/feed"
  static let bake: StepName = "bread/bake"

  static func of(_ steps: String...) -> GuideDocument {
    GuideDocument(
      id: "bread", title: "Bread",
      sections: [
        Section(
          id: "bread", title: "Bread",
          steps: steps.map { Step(name: StepName(section: "bread", step: $0), title: $0) })
      ])
  }

  /// Kneading became two steps.
  static var parted: GuideDocument {
    var guide = of("weigh", "fold", "press", "bake")
    for place in 1...2 { guide.sections[0].steps[place].formerly = "bread/knead" }
    return guide
  }

  static let optional = GuideDocument(
    id: "bread", title: "Bread",
    sections: [
      Section(
        id: "bread", title: "Bread",
        steps: [
          Step(
            name: starter, title: "Starter",
            ask: Question(
              name: "bread.starter", shape: .text(1...20), prompt: "Which starter?",
              isOptional: true)),
          Step(name: feed, title: "Feed it", when: "bread.starter"),
          Step(name: bake, title: "Bake"),
        ])
    ])
}
