import Core
import Foundation
import Guide
import Storage
import Walkthrough

/// Fills a setup's log as a person would who walks the guide to its end, names another device and
/// walks it again, and again.
struct LongLog {
  private let setup: String
  private let book: LogStore
  private let secrets: SecretsFile
  private let walk: Walk

  /// An event as the program writes it down.
  private struct Line: Encodable {
    let v: Int
    let event: WalkEvent
  }

  init(home path: String, guides: String, setup: String) throws {
    let home = StateDirectory(path: path)
    self.setup = setup
    book = try LogStore(home: home)
    secrets = SecretsFile(home: home)
    walk = Walk(guide: try GuideDocument.load(from: guides))
  }

  /// Writes so many events; the last one rests at the guide's first step, where nothing is asked of
  /// a cloud.
  /// - Returns: how many there are, and the median of an append in microseconds.
  func write(_ count: Int) throws -> [String: Double] {
    var state = WalkState()
    var times: [Duration] = []
    func record(_ event: WalkEvent) throws {
      let line = try line(event)
      times.append(
        try ContinuousClock().measure { _ = try book.append(line, to: setup, at: Date()) })
      state = walk.step(state, event).0
    }
    try record(.began(guide: walk.guide.id))
    try record(.guideChanged(steps: walk.stepNames))
    for number in 3..<count { try record(try next(in: state, number)) }
    if let first = walk.route(for: state).first { try record(.wentTo(step: first.name)) }
    let median = times.sorted()[times.count / 2] / .microseconds(1)
    return ["events": Double(try book.events(of: setup).count), "append": median]
  }

  private func line(_ event: WalkEvent) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let version = if case .guideChanged = event { 2 } else { 1 }
    let bytes = try encoder.encode(Line(v: version, event: event))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a willing person and a kind cloud would do.
  private func next(in state: WalkState, _ number: Int) throws -> WalkEvent {
    switch walk.commands(in: state).first {
    case .ask(let question, _):
      .answered(question: question.name, answer: try answer(question, number))
    case .check(let name, let step):
      .checkHeld(step: step.name, evidence: "\(name) saw what it wants to see, look \(number)")
    case .offer(_, let step): .offerAccepted(step: step.name)
    case .perform(let act, let step):
      .actDone(step: step.name, result: "\(act) did it, number \(number)", made: nil)
    case .awaitHand(let step): .confirmed(step: step.name)
    case .awaitMove(_, let step): .retried(step: step.name)
    case .rest: .movedOn
    case .finish, nil: .answered(question: "particle.device_id", answer: .plain(id(number)))
    }
  }

  private func answer(_ question: Question, _ number: Int) throws -> GivenAnswer {
    guard question.shape.isSecret else {
      return .plain(question.shape.choices.first ?? id(number))
    }
    let text = String(repeating: "0123456789abcdef", count: 3).prefix(40)
    try secrets.keep(Secret(String(text), name: question.name), for: setup)
    return .secret(change: 1)
  }

  private func id(_ number: Int) -> String { "e00fce68" + String(format: "%016d", number) }
}
