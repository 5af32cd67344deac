import Core
import RoundTrip

/// The legs of a trip one below the other, each as long as it took. Widths are in percent and
/// heights in pixels, so that its letters stay as large on a phone as on a desk.
struct LegChart {
  let trip: TripReport

  private static let rowHeight = 46
  private static let bar = (top: 23, height: 10)

  private var spans: [LegSpan] { trip.spans }
  /// What is as wide as the page: where a leg was not seen, there is room left to say so.
  private var whole: Double {
    let last = max(trip.totalMs ?? 0, spans.compactMap(\.end).max() ?? 0)
    return trip.brokenLeg == nil ? last : last / 0.8
  }

  var svg: Markup {
    let height = spans.count * LegChart.rowHeight
    return .tag(
      "svg",
      [
        "class": "legs", "width": "100%", "height": "\(height)", "role": "img",
        "aria-labelledby": "legs-title legs-text",
      ],
      [
        .tag("title", ["id": "legs-title"], "The legs of the trip over time"),
        .tag("desc", ["id": "legs-text"], description),
      ] + spans.enumerated().map { row($0.element, $0.offset) })
  }

  private var description: Phrase {
    spans.map { span -> Phrase in
      let time: Phrase = span.leg.ms.map { ", after \(TripTime.words($0))" } ?? ""
      return "\(span.leg.name.rawValue): \(span.leg.status.words)\(time)."
    }.joined(separator: " ")
  }

  private func row(_ span: LegSpan, _ index: Int) -> Markup {
    .tag(
      "g",
      [
        "class": span.leg.status.rawValue,
        "transform": "translate(0 \(index * LegChart.rowHeight))",
      ],
      [
        .tag(
          "text", ["class": "name", "x": "0", "y": "14"],
          "\(sign(span.leg.status)) \(span.leg.name.rawValue)"),
        .tag("text", ["class": "time", "x": "100%", "y": "14"], time(span)),
        rect("track", from: 0, to: 1),
      ] + bars(span, index))
  }

  private func sign(_ status: LegStatus) -> String {
    switch status {
    case .pass: "✓"
    case .fail: "✗"
    case .skipped: "–"
    case .unknown: "?"
    }
  }

  private func time(_ span: LegSpan) -> Phrase {
    span.end == nil ? span.leg.status.words : TripTime.words(span.leg.ms)
  }

  /// Where a leg was not seen, what is left of the page is open.
  private func bars(_ span: LegSpan, _ index: Int) -> [Markup] {
    let start = begin(span, index)
    switch span.leg.status {
    case .skipped: return []
    case .fail, .unknown: return [rect("bar", from: share(start), to: 1)]
    case .pass:
      guard let end = span.end else { return [] }
      return [rect("bar", from: share(start), to: share(end))]
    }
  }

  /// Call and publish are seen by one event: both last from the write to it.
  private func begin(_ span: LegSpan, _ index: Int) -> Double {
    guard index > 0, TripSpan(span.leg.name) == TripSpan(spans[index - 1].leg.name),
      span.end == spans[index - 1].end
    else { return span.start }
    return spans[index - 1].start
  }

  private func share(_ milliseconds: Double) -> Double {
    whole > 0 ? min(1, max(0, milliseconds / whole)) : 0
  }

  private func rect(_ ink: String, from start: Double, to end: Double) -> Markup {
    // What took next to no time can still be seen.
    let width = max(end - start, 0.006)
    let left = min(start, 1 - width)
    return .tag(
      "rect",
      [
        "class": ink, "x": LegChart.percent(left), "y": "\(LegChart.bar.top)",
        "width": LegChart.percent(width), "height": "\(LegChart.bar.height)", "rx": "5",
      ])
  }

  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
  }
}
