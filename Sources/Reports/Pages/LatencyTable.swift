import Core
import RoundTrip
import Terminal

/// How long the legs of many trips took, as a person reads it.
struct LatencyTable {
  let series: TripSeries

  var view: TableView {
    let spans = TripSpan.allCases.map { ($0, series.latency(of: $0)) }
      .filter { $0.1.count > 0 || $0.1.judged > 0 }
    return TableView(
      columns: [.init("leg")]
        + ["trips", "min", "median", "p95", "p99", "max", "loss"].map {
          .init($0 as Phrase, .right)
        },
      rows: spans.map { span, summary in
        [.init(Phrase(key: span.rawValue), .bold), .init("\(summary.count)")]
          + [summary.min, summary.median, summary.p95, summary.p99, summary.max]
          .map { .init(TripPage.time($0)) }
          + [.init(LatencyTable.loss(summary), summary.lost > 0 ? .bad : [])]
      },
      indent: 4)
  }

  /// `0 %`, `2.5 %`; never nothing for something.
  static func loss(_ summary: LatencySummary) -> Phrase {
    let tenths = (summary.loss * 1_000).rounded()
    if summary.lost > 0, tenths < 1 { return "< \(Phrase(decimal: "0.1")) %" }
    let isWhole = Int(tenths) % 10 == 0
    let digits = isWhole ? "\(Int(tenths) / 10)" : "\(Int(tenths) / 10).\(Int(tenths) % 10)"
    return "\(Phrase(decimal: digits)) %"
  }
}
