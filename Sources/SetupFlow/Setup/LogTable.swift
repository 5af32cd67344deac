import Core
import Foundation
import Terminal
import Trips
import Walkthrough

/// The log of a setup as a table: when, and what happened.
struct LogTable {
  private let setup: OpenSetup

  init(_ setup: OpenSetup) { self.setup = setup }

  var table: TableView {
    get throws {
      let walk = try setup.book.walk(of: setup.name, inReplay: setup.isReplayed)
      let rows = walk.map { stored, event in
        return [
          TableView.Cell("\(stored.number)"),
          .init(Phrase(verbatim: stored.at.formatted(.iso8601))),
          .init(LogTable.words(event)),
        ]
      }
      return TableView(columns: [.init("", .right), .init("when"), .init("what")], rows: rows)
    }
  }

  static func words(_ event: WalkEvent) -> Phrase {
    switch event {
    case .began(let guide): "began the guide \(guide)"
    case .answered(let question, .plain(let text)): "\(question) = \(text)"
    case .answered(let question, .secret): "\(question) = ‹\(question)›"
    case .cleared(let question): "\(question) goes without an answer"
    case .lost(let question): "‹\(question)› was not in the secrets file any more"
    case .found(let question): "‹\(question)› is in the secrets file again"
    case .learned(let question, .plain(let text)): "\(question) is \(text)"
    case .learned(let question, .secret): "\(question) is ‹\(question)›"
    case .checkHeld(let step, let evidence): "\(step) holds: \(evidence)"
    case .checkFailed(let step, let code): "\(step) does not hold: \(code)"
    case .checkUnanswered(let step, let code): "\(step) could not be asked: \(code)"
    case .checkLacking(let step): "\(step): nothing here can see it"
    case .offerAccepted(let step): "\(step): I was to do it"
    case .offerDeclined(let step): "\(step): done by hand"
    case .actDone(let step, let result, _): "\(step): \(result)"
    case .actFailed(let step, let code): "\(step) could not be done: \(code)"
    case .confirmed(let step): "\(step): you said it is done"
    case .skipped(let step, let why): "\(step) skipped: \(why)"
    case .retried(let step): "\(step): once more"
    case .drifted(let step, let code): "\(step) held and no longer does: \(code)"
    case .guideChanged(let steps): "read the guide, with \(Wording.count(steps.count, "step"))"
    case .wentBack: "went back"
    case .wentTo(let step): "went to \(step)"
    case .movedOn: "moved on"
    case .undone: "took the last decision back"
    case .redone: "put it in place again"
    }
  }
}
