import Core
import RoundTrip

/// Trips as one page of HTML that needs nothing else: no script, no file beside it, no network.
struct HTMLReport {
  let chronicle: ReportInput

  var text: String {
    let page = Markup.tag(
      "html", ["lang": chronicle.catalog.language],
      [.tag("head", [:], head), .tag("body", [:], [.tag("main", [:], body)])])
    return "<!DOCTYPE html>\n" + page.written(.html, told: chronicle.catalog.told) + "\n"
  }

  private var head: [Markup] {
    [
      .tag("meta", ["charset": "utf-8"]),
      .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .tag("meta", ["name": "color-scheme", "content": "light dark"]),
      .tag(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]),
      .tag("title", [:], "\(chronicle.headline) (\(chronicle.series.setup)) – Footbridge"),
      .tag("style", [:], [.verbatim(HTMLStyle.sheet)]),
    ]
  }

  private var body: [Markup] {
    [opening] + [cause, legs, latencies, otherTrips, history, warnings, cost].compactMap(\.self) + [
      .tag(
        "footer", [:],
        [
          .tag(
            "p", [:],
            "Times are this machine’s, counted from the moment the write was sent. "
              + "Made by Footbridge.")
        ])
    ]
  }

  private var opening: Markup {
    let isGood = chronicle.series.outcome == nil
    let start = chronicle.trips.first.map { HTMLReport.time($0.started) }
    let lead = chronicle.isSeries ? nil : chronicle.trips.first?.attempt
    let setup = Markup.tag("b", [:], Phrase(verbatim: chronicle.series.setup))
    let moment: [Markup] = start.map { [.text(" · "), $0] } ?? []
    return .tag(
      "header", [:],
      [
        .tag("p", ["class": "kicker"], [.text("Round trip of "), setup] + moment),
        .tag(
          "h1", ["class": isGood ? "good" : HTMLReport.ink(chronicle.series)],
          [
            .tag("span", ["class": "mark", "aria-hidden": "true"], isGood ? "✓" : "✗"),
            .tag("span", [:], chronicle.headline),
          ]),
      ] + (lead.map { [.tag("p", ["class": "lead"], $0)] } ?? []))
  }

  private static func ink(_ series: TripSeries) -> String {
    series.losses == 0 && series.excesses == 0 ? "open" : "bad"
  }

  private var cause: Markup? {
    guard let trip = chronicle.focus, let broken = trip.brokenLeg else { return nil }
    let isFailure = trip.verdict == .fail
    let place: Phrase = chronicle.isSeries ? "Trip \(number(of: trip)): the leg " : "The leg "
    var parts: [Markup] = [
      .tag(
        "p", ["class": "label"],
        [
          .text(place), .tag("b", [:], Phrase(verbatim: broken.name.rawValue)),
          .text(isFailure ? " failed" : " could not be judged"),
        ]),
      .tag("h2", ["id": "cause"], prose(trip.cause?.title ?? trip.headline)),
    ]
    if !broken.evidence.isEmpty { parts.append(.tag("pre", [:], broken.evidence)) }
    if let fix = trip.fix {
      parts.append(
        .tag("p", ["class": "fix"], [.tag("b", [:], "Fix"), .text(" ")] + prose(fix)))
    }
    if let section = trip.section {
      parts.append(
        .tag("p", [:], prose("In the guide: `footbridge guide \(section)`")))
    }
    if !trip.candidates.isEmpty {
      parts.append(.tag("p", [:], "It may be one of these, likeliest first:"))
      parts.append(.tag("ol", [:], trip.candidates.map(candidate)))
    }
    if let code = trip.cause?.code {
      parts.append(.tag("p", ["class": "quiet"], prose("Cause: `\(code)`")))
    }
    return .tag(
      "section", ["class": isFailure ? "card bad" : "card open", "aria-labelledby": "cause"], parts)
  }

  private func candidate(_ cause: Cause) -> Markup {
    .tag(
      "li", [:],
      [.text(cause.title + " "), .tag("span", ["class": "quiet"], prose("(`\(cause.code)`)"))])
  }

  private var legs: Markup? {
    guard let trip = chronicle.focus else { return nil }
    let title: Phrase =
      chronicle.isSeries ? "The legs of trip \(number(of: trip))" : "The five legs"
    let rows = trip.legs.map { leg -> [[Markup]] in
      [
        [.text(Phrase(verbatim: leg.name.rawValue))],
        [.tag("span", ["class": leg.status.rawValue], leg.status.words)],
        [.text(TripTime.words(leg.ms))], [.text(leg.evidence)],
      ]
    }
    return section(
      "legs", title,
      [
        LegChart(trip: trip).svg,
        .tag("p", ["class": "quiet"], HTMLReport.legend),
        HTMLTable(
          caption: "What was seen of each leg",
          columns: [.text("Leg"), .text("Result"), .number("Seen after"), .text("Evidence")],
          rows: rows, isFlowing: true
        ).markup,
      ])
  }

  /// For a reader who meets the five names here for the first time.
  private static let legend: Phrase = """
    write: Blynk takes the new value. call: Blynk's webhook calls the device. publish: the device \
    tells Particle. forward: Particle's integration sends it to Blynk. read: Blynk shows it.
    """

  private var warnings: Markup? {
    guard !chronicle.warnings.isEmpty else { return nil }
    return section(
      "warnings", "Warnings",
      [.tag("ul", [:], chronicle.warnings.map { .tag("li", [:], prose($0)) })])
  }

  private var cost: Markup? {
    let cost = chronicle.cost
    let parts: [(Phrase, Int)] = [
      ("Requests", cost.requests), ("Blynk messages", cost.blynkMessages),
      ("Particle operations", cost.particleOperations),
    ]
    return section(
      "cost", "What it cost",
      [
        .tag(
          "dl", [:],
          parts.map {
            .tag("div", [:], [.tag("dt", [:], $0.0), .tag("dd", [:], "\($0.1)")])
          })
      ])
  }

  func section(_ id: String, _ title: Phrase, _ parts: [Markup]) -> Markup {
    .tag("section", ["aria-labelledby": id], [.tag("h2", ["id": id], title)] + parts)
  }

  private func number(of trip: TripReport) -> Int {
    chronicle.numbered.first { $0.trip == trip }?.number ?? 1
  }

  static func time(_ started: String) -> Markup {
    .tag("time", ["datetime": started], Phrase(verbatim: TripMoment.words(started)))
  }

  /// A sentence: what stands between backticks is code.
  func prose(_ text: Phrase) -> [Markup] {
    let text = chronicle.catalog.told(text)
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return [.text(Phrase(verbatim: text))] }
    return parts.enumerated().compactMap { index, part in
      let part = Phrase(verbatim: part)
      return part.isEmpty ? nil : index % 2 == 0 ? .text(part) : .tag("code", [:], part)
    }
  }
}
