import Core
import RoundTrip

/// How long past trips took, the oldest at the left; those that did not pass are marked at the
/// foot.
struct HistoryChart {
  let trips: [PastTrip]

  /// In pixels: room for the words above, the plot, the marks below it, and the dates.
  private static let top = 20
  private static let plot = 120
  private static let height = top + plot + 44
  /// More points than this would run into each other.
  private static let mostDots = 80

  private var times: [Double] { trips.compactMap { $0.verdict == .pass ? $0.totalMs : nil } }
  private var ceiling: Double { HistoryChart.round(up: times.max() ?? 1) }
  private var median: Double? {
    times.isEmpty ? nil : LatencySummary(times, judged: times.count, lost: 0).median
  }

  var svg: Markup {
    .tag(
      "svg",
      [
        "class": "history", "width": "100%", "height": "\(HistoryChart.height)", "role": "img",
        "aria-labelledby": "history-title history-text",
      ],
      [
        .tag("title", ["id": "history-title"], "How long past trips took"),
        .tag("desc", ["id": "history-text"], description),
      ] + grid + [curve] + points + marks + dates)
  }

  private var description: Phrase {
    let lost = trips.count { $0.verdict != .pass }
    let middle: Phrase = median.map { " Half of them took \(TripTime.words($0)) or less," } ?? ""
    let most: Phrase = times.max().map { " the longest \(TripTime.words($0))." } ?? ""
    return "\(Wording.count(times.count, "trip")) passed, "
      + "\(Wording.count(lost, "trip")) did not.\(middle)\(most)"
  }

  private var grid: [Markup] {
    let lines =
      [ceiling / 2, ceiling, 0].map { line("grid", y($0)) } + [
        .tag(
          "text", ["class": "axis", "x": "0", "y": "\(y(ceiling) - 5)"], TripTime.words(ceiling)),
        .tag("text", ["class": "axis", "x": "0", "y": "\(y(0) - 5)"], "0"),
      ]
    guard let median else { return lines }
    return lines + [
      line("median", y(median)),
      .tag(
        "text", ["class": "axis end", "x": "100%", "y": "\(y(ceiling) - 5)"],
        "┄ median of \(Wording.count(times.count, "trip")): \(TripTime.words(median))"),
    ]
  }

  private func line(_ ink: String, _ height: Int) -> Markup {
    .tag(
      "line",
      ["class": ink, "x1": "0", "x2": "100%", "y1": "\(height)", "y2": "\(height)"])
  }

  /// A plot of its own that is stretched to the page, its line kept thin; it is broken where a trip
  /// did not pass.
  private var curve: Markup {
    var path = ""
    var isOpen = false
    for (index, trip) in trips.enumerated() {
      guard trip.verdict == .pass, let time = trip.totalMs else {
        isOpen = false
        continue
      }
      path += "\(isOpen ? "L" : "M")\(2 * index + 1) \(y(time)) "
      isOpen = true
    }
    return .tag(
      "svg",
      [
        "width": "100%", "height": "\(HistoryChart.height)", "preserveAspectRatio": "none",
        "viewBox": "0 0 \(max(2, 2 * trips.count)) \(HistoryChart.height)",
      ],
      [
        .tag(
          "path",
          [
            "d": path.isEmpty ? "M0 0" : String(path.dropLast()),
            "vector-effect": "non-scaling-stroke",
          ])
      ])
  }

  private var points: [Markup] {
    guard trips.count <= HistoryChart.mostDots else { return [] }
    return trips.enumerated().compactMap { index, trip in
      guard trip.verdict == .pass, let time = trip.totalMs else { return nil }
      return .tag("circle", ["cx": x(index), "cy": "\(y(time))", "r": "3"])
    }
  }

  private var marks: [Markup] {
    trips.enumerated().compactMap { index, trip in
      guard trip.verdict != .pass else { return nil }
      let isFailure = trip.verdict == .fail
      return .tag(
        "text",
        [
          "class": isFailure ? "mark fail" : "mark unknown", "x": x(index),
          "y": "\(HistoryChart.top + HistoryChart.plot + 16)",
        ], isFailure ? "✗" : "?")
    }
  }

  private var dates: [Markup] {
    guard let first = trips.first, let last = trips.last else { return [] }
    let foot = "\(HistoryChart.height - 6)"
    return [
      .tag(
        "text", ["class": "axis", "x": "0", "y": foot],
        Phrase(verbatim: TripMoment.words(first.started))),
      .tag(
        "text", ["class": "axis end", "x": "100%", "y": foot],
        Phrase(verbatim: TripMoment.words(last.started))),
    ]
  }

  private func x(_ index: Int) -> String {
    LegChart.percent((Double(index) + 0.5) / Double(trips.count))
  }

  private func y(_ time: Double) -> Int {
    let share = min(1, max(0, time / ceiling))
    return HistoryChart.top + Int((Double(HistoryChart.plot) * (1 - share)).rounded())
  }

  /// The next round number: 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20 …
  static func round(up time: Double) -> Double {
    guard time.isFinite, time > 0, time < 1e12 else { return 1 }
    var power = 1.0
    while power * 10 <= time { power *= 10 }
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map { $0 * power }.first { $0 >= time } ?? power * 10
  }
}
