import RoundTrip

/// Trips in the Test Anything Protocol, version 13: a test a leg, and one for the limits where
/// there are any. A description is the same in every run, as readers compare tests by it; evidence
/// and times stand in the YAML block below.
struct TAPReport {
  let chronicle: ReportInput

  private struct Test {
    var holds = true
    var words: String
    var skip: String?
    var details: [(key: String, value: JSONLine)] = []
  }

  var text: String {
    let made = chronicle.numbered.flatMap { tests(of: $0.trip, $0.number) }
    let plan = made.isEmpty ? "1..0 # SKIP No trip was made" : "1..\(made.count)"
    let lines = made.enumerated().flatMap { written($0.element, $0.offset + 1) }
    return
      (["TAP version 13", plan] + lines + ["# \(TAPReport.plain(chronicle.headline.english))", ""])
      .joined(separator: "\n")
  }

  private func tests(of trip: TripReport, _ number: Int) -> [Test] {
    let place = trip.setup + (chronicle.isSeries ? ", trip \(number)" : "") + ": "
    var tests = trip.legs.map { test($0, of: trip, place) }
    if chronicle.hasLimits {
      let excesses = chronicle.series.limits.excesses(of: trip)
      tests.append(
        Test(
          holds: excesses.isEmpty, words: place + "limits",
          details: excesses.isEmpty
            ? [] : [("message", .text(excesses.map(\.english).joined(separator: " ")))]))
    }
    if let last = tests.indices.last {
      tests[last].details +=
        trip.warnings.isEmpty
        ? [] : [("warnings", .list(trip.warnings.map { .text($0.english) }))]
      tests[last].details.append(("cost", trip.cost.jsonLine))
    }
    return tests
  }

  private func test(_ leg: LegReport, of trip: TripReport, _ place: String) -> Test {
    let words = place + leg.name.rawValue
    guard leg.name == trip.brokenLeg?.name else {
      if leg.status != .pass { return Test(words: words, skip: leg.words.english) }
      return Test(
        words: words,
        details: [("evidence", .text(leg.words.english))]
          + (leg.ms.map { [("ms", .number($0))] } ?? []))
    }
    return Test(
      holds: false, words: words,
      details: [
        ("message", .text((trip.cause?.title ?? trip.headline).english)),
        ("severity", .text(trip.verdict == .fail ? "fail" : "inconclusive")),
        ("cause", .text(trip.cause?.code ?? Cause.unknown.code)),
        ("evidence", .text(leg.words.english)),
        ("advice", .text(trip.advice.map(\.english).joined(separator: " "))),
      ])
  }

  private func written(_ test: Test, _ number: Int) -> [String] {
    let skip = test.skip.map { " # SKIP \(TAPReport.plain($0))" } ?? ""
    let words = TAPReport.plain(test.words)
    let line = "\(test.holds ? "ok" : "not ok") \(number) - \(words)\(skip)"
    guard !test.details.isEmpty else { return [line] }
    return [line, "  ---"] + test.details.map { "  \($0.key): \($0.value.shown.written)" } + [
      "  ..."
    ]
  }

  /// Text that neither ends its line nor begins a directive.
  private static func plain(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars where Markup.isShown(scalar) {
      switch scalar {
      case "\n", "\t": out += " "
      case "#", "\\": out += "\\\(scalar)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension JSONLine {
  /// The same, without characters that a report may not hold.
  fileprivate var shown: JSONLine {
    switch self {
    case .text(let text?):
      .text(String(String.UnicodeScalarView(text.unicodeScalars.filter(Markup.isShown))))
    case .list(let items): .list(items.map(\.shown))
    case .text, .raw, .object: self
    }
  }
}
