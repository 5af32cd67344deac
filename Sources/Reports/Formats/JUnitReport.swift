import Core
import RoundTrip

/// Trips as JUnit XML: a suite a trip, a case a leg, and one for the limits where there are any.
///
/// It keeps to the schema of Jenkins' xUnit plugin: seconds with at most three decimals, one
/// outcome a case, all parts in order. The root has a name and timestamps a zone, for readers that
/// show one or take a time without it for their own; Apache Ant's older schema allows neither.
struct JUnitReport {
  let chronicle: ReportInput

  var text: String {
    let suites = chronicle.numbered.enumerated().map { index, made in
      suite(made.trip, index, made.number)
    }
    return #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
      + Markup.tag("testsuites", ["name": "footbridge"], suites).written(.xml) + "\n"
  }

  private func suite(_ trip: TripReport, _ index: Int, _ number: Int) -> Markup {
    let several = chronicle.isSeries
    let place = "footbridge.\(trip.setup)" + (several ? ".trip-\(number)" : "")
    let excesses = chronicle.series.limits.excesses(of: trip)
    var cases = trip.spans.map { testCase($0, of: trip, in: place) }
    if chronicle.hasLimits { cases.append(limits(excesses, in: place)) }
    let failures = (trip.verdict == .fail ? 1 : 0) + (excesses.isEmpty ? 0 : 1)
    return .tag(
      "testsuite",
      [
        "name": several ? "\(trip.setup), trip \(number)" : trip.setup, "id": "\(index)",
        "package": "footbridge",
        "timestamp": trip.started.prefix("2026-07-21T10:00:00".count) + "Z",
        "hostname": "localhost", "tests": "\(cases.count)", "failures": "\(failures)",
        "errors": trip.verdict == .inconclusive ? "1" : "0",
        "skipped": "\(trip.legs.count { isSkipped($0, of: trip) })", "time": seconds(trip),
      ],
      [.tag("properties", [:], properties(trip))] + cases + [
        .tag(
          "system-out", [:],
          trip.warnings.isEmpty ? [] : [.text(Phrase(verbatim: warnings(trip)))]),
        .tag("system-err"),
      ])
  }

  private func seconds(_ trip: TripReport) -> String {
    TripTime.seconds(trip.totalMs ?? trip.spans.compactMap(\.end).max() ?? 0)
  }

  private func warnings(_ trip: TripReport) -> String {
    trip.warnings.map(\.english).joined(separator: "\n")
  }

  private func properties(_ trip: TripReport) -> [Markup] {
    let pairs: [(String, String?)] = [
      ("verdict", trip.verdict.rawValue), ("sent", trip.sent.map { "\($0)" }),
      ("returned", trip.returned.map { "\($0)" }), ("cause", trip.cause?.code),
      ("blynk_messages", "\(trip.cost.blynkMessages)"),
      ("particle_operations", "\(trip.cost.particleOperations)"),
      ("requests", "\(trip.cost.requests)"),
    ]
    return pairs.compactMap { name, value in
      value.map { .tag("property", ["name": name, "value": $0]) }
    }
  }

  private func testCase(_ span: LegSpan, of trip: TripReport, in place: String) -> Markup {
    .tag(
      "testcase",
      [
        "name": span.leg.name.rawValue, "classname": place, "time": TripTime.seconds(span.length),
      ], outcome(span.leg, of: trip))
  }

  private func limits(_ excesses: [Phrase], in place: String) -> Markup {
    let words = excesses.map(\.english).joined(separator: "\n")
    let failure = Markup.tag(
      "failure", ["type": TripLimits.code, "message": words], Phrase(verbatim: words))
    return .tag(
      "testcase", ["name": "limits", "classname": place, "time": TripTime.seconds(0)],
      excesses.isEmpty ? [] : [failure])
  }

  private func outcome(_ leg: LegReport, of trip: TripReport) -> [Markup] {
    if leg.name == trip.brokenLeg?.name {
      let cause = trip.cause ?? .unknown
      return [
        .tag(
          trip.verdict == .fail ? "failure" : "error",
          ["type": cause.code, "message": (trip.cause?.title ?? trip.headline).english],
          Phrase(verbatim: story(leg, trip)))
      ]
    }
    guard isSkipped(leg, of: trip) else { return [] }
    return [.tag("skipped", ["message": leg.words.english])]
  }

  private func isSkipped(_ leg: LegReport, of trip: TripReport) -> Bool {
    leg.name != trip.brokenLeg?.name && leg.status != .pass
  }

  private func story(_ leg: LegReport, _ trip: TripReport) -> String {
    ([trip.attempt, "\(leg.name.rawValue): \(leg.words)"] + trip.advice).map(\.english)
      .joined(separator: "\n")
  }
}
