import Core
import RoundTrip
import Terminal

/// A trip's report as a person reads it.
package struct TripPage {
  let report: TripReport

  /// The page of that report.
  package init(_ report: TripReport) { self.report = report }

  /// Its legs, or its problem; then warnings, and what it cost.
  package func show(
    on terminal: TerminalOutput, in reader: Problem.Reader = .shell, again: Problem.Retry = .check
  ) {
    if report.verdict == .pass {
      passed(terminal)
    } else {
      terminal.show(problem.ending(in: reader, again: again), place: place)
    }
    for warning in report.warnings { terminal.say("! \(warning)", .warning) }
    let cost = report.cost
    terminal.say(
      "Cost: \(Wording.count(cost.requests, "request")) and one stream, "
        + "\(Wording.count(cost.blynkMessages, "Blynk message")), "
        + "\(Wording.count(cost.particleOperations, "Particle operation")).")
  }

  private func passed(_ terminal: TerminalOutput) {
    terminal.say("\(report.headline).", .good)
    terminal.pause()
    terminal.table(
      TableView(
        columns: [.init(""), .init(""), .init("", .right)],
        rows: report.legs.map {
          [
            .init(Phrase(verbatim: $0.name.rawValue), .bold), .init($0.evidence),
            .init(TripPage.time($0.ms)),
          ]
        },
        indent: 4))
    terminal.pause()
  }

  private var place: Phrase { "footbridge test" }

  /// The failed trip as a problem: the legs are the evidence.
  package var problem: Problem {
    let asked = report.verdict != .inconclusive
    return Problem(
      code: report.cause?.rawValue ?? (isCalledOff ? "interrupted" : "unknown"),
      title: report.headline, attempt: report.attempt,
      evidence: report.legs.map(TripPage.line), causes: causes,
      next: next,
      outcome: report.interrupted ? .interrupted : asked ? .finding : .couldNotAsk)
  }

  /// A write through Blynk's API may be no write for its webhook: nothing documents it, and the
  /// person's own turn tells.
  private var next: Phrase {
    if isCalledOff { return "`footbridge test` begins anew." }
    let fix = report.fix ?? "`footbridge test` tries once more."
    guard report.cause == .webhookNotFiring, !report.isByHand else { return fix }
    return fix
      + " Blynk does not say whether a write through its API calls the webhook;"
      + " `footbridge test --by-hand` waits for you to turn the switch, which does."
  }

  private var isCalledOff: Bool { report.interrupted && report.verdict != .pass }

  /// What became of the switch, where the trip was called off.
  private var switchWords: Phrase {
    let isPush = report.legs.first?.isUnasked == true
    switch report.switchState {
    case .untouched: return "Nothing was written: all stands as it was."
    case .putBack(let value) where isPush:
      return "I have called the device with \(value) again, as I found it."
    case .putBack(let value):
      return "I have put V16 back to \(value), as I found it. The device follows in its own time "
        + "and may report it some seconds late."
    case .astray(let value):
      return "\(isPush ? "The device" : "V16") was \(value) and may stand otherwise now; the next "
        + "command of Footbridge puts it back."
    }
  }

  private var causes: Phrase {
    if isCalledOff { return switchWords }
    var words: Phrase = report.cause.map { "\($0.title) (\($0.rawValue))." } ?? ""
    if !report.candidates.isEmpty {
      words += " It may be: \(Wording.list(report.candidates.map(\.title)))."
    }
    return words + (report.section.map { " Guide: section \($0)." } ?? "")
  }

  private static func line(_ leg: LegReport) -> Phrase {
    "\(leg.name.rawValue.padding(10)) \(leg.words)" + (leg.ms.map { "  \(time($0))" } ?? "")
  }

  /// What a passed trip proves, in a sentence.
  package var proof: Phrase {
    "V16 = \(report.sent ?? 0) came back as V17 in \(TripPage.time(report.totalMs))."
  }

  /// Milliseconds as a person reads them; a dash for none.
  package static func time(_ milliseconds: Double?) -> Phrase { TripTime.words(milliseconds) }
}

extension String {
  fileprivate func padding(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
