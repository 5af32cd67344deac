import Core
import RoundTrip

/// Trips as GitHub-flavoured Markdown, for a comment on an issue or a pull request.
///
/// What a cloud said stands in code spans, where it is neither markup, link nor mention.
struct MarkdownReport {
  let chronicle: ReportInput

  var text: String {
    let mark = chronicle.series.outcome == nil ? "✓" : "✗"
    var blocks = ["### \(mark) \(prose(chronicle.headline))"]
    if chronicle.isSeries { blocks.append(latencies) }
    if let trip = chronicle.focus { blocks += blocksOf(trip) }
    if !chronicle.warnings.isEmpty {
      blocks.append(chronicle.warnings.map { "- \(warning($0))" }.joined(separator: "\n"))
    }
    return (blocks + [footer, ""]).joined(separator: "\n\n").trimmedEnd + "\n"
  }

  private func blocksOf(_ trip: TripReport) -> [String] {
    var blocks: [String] = []
    if chronicle.isSeries {
      let number = chronicle.numbered.first { $0.trip == trip }?.number ?? 1
      blocks.append(told("**Trip \(number)**: \(prose(trip.headline))."))
    }
    if let broken = trip.brokenLeg {
      let verb: Phrase = trip.verdict == .fail ? "failed" : "could not be judged"
      let cause = trip.cause.map { ": \(prose($0.title)) (`\($0.code)`)" } ?? ""
      blocks.append(told("The leg **\(broken.name.rawValue)** \(verb)\(cause)."))
    }
    blocks.append(legs(trip))
    if !trip.advice.isEmpty {
      blocks.append(trip.advice.map(prose).joined(separator: "  \n"))
    }
    return blocks
  }

  private func told(_ text: Phrase) -> String { chronicle.catalog.told(text) }

  private func prose(_ text: Phrase) -> String { MarkdownReport.prose(told(text)) }

  private func legs(_ trip: TripReport) -> String {
    table(
      [("leg", false), ("", false), ("seen after", true), ("evidence", false)],
      trip.legs.map { leg in
        [
          leg.name.rawValue, told(leg.status.words), told(TripTime.words(leg.ms)),
          MarkdownReport.code(told(leg.evidence)),
        ]
      })
  }

  private var latencies: String {
    let heads: [Phrase] = ["part", "seen", "lost", "min", "median", "p95", "p99", "max"]
    return table(
      heads.map { ($0, $0 != "part") },
      TripSpan.allCases.map { span in
        let latency = chronicle.series.latency(of: span)
        return [span.rawValue, "\(latency.count)", "\(latency.lost)"]
          + [latency.min, latency.median, latency.p95, latency.p99, latency.max]
          .map { told(TripTime.words($0)) }
      })
  }

  private func table(_ columns: [(name: Phrase, isRight: Bool)], _ rows: [[String]]) -> String {
    let head = columns.map { told($0.name) }
    let rule = columns.map { $0.isRight ? "---:" : "---" }
    return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }

  private func warning(_ phrase: Phrase) -> String {
    let text = told(phrase)
    guard let colon = text.firstRange(of: ": ") else { return MarkdownReport.prose(text) }
    let code = MarkdownReport.code(String(text[..<colon.lowerBound]))
    return "\(code) \(MarkdownReport.prose(String(text[colon.upperBound...])))"
  }

  private var footer: String {
    let cost = chronicle.cost
    let streams: Phrase = chronicle.isSeries ? "a stream a trip" : "one stream"
    let started = chronicle.trips.first.map { ", \(TripMoment.words($0.started))" } ?? ""
    return told(
      "Cost: \(Wording.count(cost.requests, "request")) and \(streams), "
        + "\(Wording.count(cost.blynkMessages, "Blynk message")), "
        + "\(Wording.count(cost.particleOperations, "Particle operation")). "
        + "Setup \(MarkdownReport.code(chronicle.series.setup))\(started).")
  }

  /// Text on one line, as it stands, in a table too.
  static func code(_ text: String) -> String {
    let line = MarkdownReport.line(text).replacing("|", with: "\\|")
    guard line.contains(where: { $0 != " " }) else { return "" }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + pad + line + pad + fence
  }

  /// A sentence: what stands between single backticks stays code, all else is plain words.
  static func prose(_ text: String) -> String {
    let parts = line(text).split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return code(text) }
    return parts.enumerated().map { index, part in
      index % 2 == 0 ? escaped(part) : part.isEmpty ? "" : "`\(part.replacing("|", with: "\\|"))`"
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for letter in text {
      switch letter {
      // A code span keeps the name behind it from being called.
      case "@": out += "`@`"
      case "\\", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!":
        out += "\\\(letter)"
      default: out.append(letter)
      }
    }
    return out.replacing("://", with: "\\://").replacing("www.", with: "www\\.")
  }

  private static func line(_ text: String) -> String {
    let shown = text.unicodeScalars.filter(Markup.isShown).map { scalar -> Unicode.Scalar in
      scalar == "\n" || scalar == "\t" ? " " : scalar
    }
    return String(String.UnicodeScalarView(shown))
  }

  private static func longestRun(of letter: Character, in text: String) -> Int {
    text.split { $0 != letter }.map(\.count).max() ?? 0
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == "\n" { text = text.dropLast() }
    return String(text)
  }
}
