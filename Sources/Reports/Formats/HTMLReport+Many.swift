import Core
import RoundTrip

/// What a page tells of many trips: this run's, and those that the logbook has.
extension HTMLReport {
  var latencies: Markup? {
    let count = chronicle.trips.count
    guard chronicle.isSeries else { return nil }
    let rows = TripSpan.allCases.map { span -> [[Markup]] in
      let latency = chronicle.series.latency(of: span)
      let times = [latency.median, latency.p95, latency.p99, latency.max, latency.min]
      return [[.text(Phrase(key: span.rawValue))], [.text("\(latency.lost) of \(latency.judged)")]]
        + times.map { [.text(TripTime.words($0))] }
    }
    return section(
      "latency", "How long they took",
      [
        HTMLTable(
          caption: "Time of each part by itself, over \(count) trips",
          columns: [.text("Part")]
            + ["Lost", "Median", "p95", "p99", "Most", "Least"].map { .number($0 as Phrase) },
          rows: rows
        ).markup,
        .tag("p", ["class": "quiet"], "Call and publish are seen by one event, the device’s."),
      ])
  }

  /// How many trips are listed one by one.
  private static let listed = 50

  var otherTrips: Markup? {
    let limits = chronicle.series.limits
    let odd = chronicle.numbered.filter {
      $0.trip.verdict != .pass || !limits.excesses(of: $0.trip).isEmpty
    }
    guard chronicle.isSeries, !odd.isEmpty else { return nil }
    let rows = odd.prefix(HTMLReport.listed).map { number, trip -> [[Markup]] in
      [
        [.text("\(number)")], [HTMLReport.time(trip.started)],
        trip.verdict == .pass
          ? [.text(limits.excesses(of: trip).joined(separator: " "))] : ending(trip),
      ]
    }
    let rest = odd.count - rows.count
    return section(
      "findings", "Trips that did not pass, or took too long",
      [
        HTMLTable(
          caption: "\(odd.count) of \(chronicle.trips.count) trips",
          columns: [.text("Trip"), .text("Started"), .text("What was seen")], rows: Array(rows),
          isFlowing: true
        ).markup
      ] + (rest > 0 ? [.tag("p", ["class": "quiet"], "And \(rest) more.")] : []))
  }

  private func ending(_ trip: TripReport) -> [Markup] {
    let verdict = Markup.tag(
      "span", ["class": trip.verdict.rawValue], Phrase(key: trip.verdict.rawValue))
    let leg: Phrase = trip.brokenLeg.map { " at \($0.name.rawValue): " } ?? ": "
    let words: Phrase = trip.cause.map { "\($0.title) (`\($0.code)`)" } ?? trip.headline
    return [verdict, .text(leg)] + prose(words)
  }

  var history: Markup? {
    guard chronicle.history.count > 1 else { return nil }
    let rows = chronicle.history.reversed().map { trip -> [[Markup]] in
      [
        [HTMLReport.time(trip.started)],
        [
          .tag(
            "span", ["class": trip.verdict?.rawValue ?? "unknown"],
            trip.verdict.map { Phrase(key: $0.rawValue) } ?? "cut off")
        ], [.text(TripTime.words(trip.totalMs))],
      ]
    }
    return section(
      "history", "The last \(chronicle.history.count) trips",
      [
        HistoryChart(trips: chronicle.history).svg,
        .tag("p", ["class": "quiet"], lastProof),
        .tag(
          "details", [:],
          [
            .tag("summary", [:], "The same as a table"),
            HTMLTable(
              caption: "Trips of this setup, the newest first",
              columns: [.text("Started"), .text("Verdict"), .number("Took")], rows: rows
            ).markup,
          ]),
      ])
  }

  private var lastProof: [Markup] {
    guard let proof = chronicle.history.last(where: \.isProof) else {
      let isHalf = chronicle.history.contains { $0.verdict == .pass }
      return [.text(isHalf ? "No proof yet." : "None of them passed.")]
    }
    return [.text("Last proof: "), HTMLReport.time(proof.started), .text(".")]
  }
}
