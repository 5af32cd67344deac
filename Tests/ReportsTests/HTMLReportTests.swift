import Core
import Foundation
import Localization
import RoundTrip
import TestSupport
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("HTML")
struct HTMLReportTests {
  @Test("the page says verdict, leg, cause, evidence, fix, place in the guide, cost")
  func failed() {
    let text = HTMLReportTests.words(Samples.chronicle([Samples.failed], past: 60).html)
    for words in [
      "The switch did not come back (demo) – Footbridge",
      "Round trip of demo · 2026-07-21 10:03 UTC",
      "The leg forward failed", "The sketch on the device carries another AuthToken",
      #"hook-error/blynk_https_get · 400 {"error":{"message":"Invalid token."}}"#,
      "Fix Flash the sketch again: footbridge firmware --flash.",
      "In the guide: footbridge guide firmware", "Blynk refused what Particle's integration sent",
      "Cause: payload-wrong-token", "The last 60 trips", "Last proof: 2026-07-03 11:00 UTC.",
      "loop-v16: The integration has a row for V16 | V17.",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test("it needs nothing else, and runs nothing")
  func alone() {
    for (name, chronicle) in Samples.all {
      let page = chronicle.html
      for part in ["<script", "<link", "<img", "@import", "url(", "http://", "https://"] {
        #expect(!page.contains(part), "\(name): \(part)")
      }
      #expect(!page.contains(/\son[a-z]+=/))
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      #expect(page.contains("prefers-color-scheme: dark") && page.contains("@media print"))
    }
  }

  @Test("speaks the language that it is given, in its words and for readers aloud")
  func language() {
    var chronicle = Samples.chronicle([Samples.failed], past: 60)
    chronicle.catalog = PhraseCatalog(
      language: "de",
      table: PhraseTable(phrases: [
        "The switch did not come back": "Der Schalter kam nicht zurück", "failed": "gescheitert",
        "Flash the sketch again: `footbridge firmware --flash`.":
          "Flashe noch einmal: `footbridge firmware --flash`.",
      ]))
    #expect(chronicle.html.contains(#"<html lang="de">"#))
    #expect(chronicle.html.contains("<span>Der Schalter kam nicht zurück</span>"))
    #expect(chronicle.markdown.contains("Der Schalter kam nicht zurück"))
    #expect(!chronicle.junit.contains("Schalter") && !chronicle.tap.contains("Schalter"))
  }

  @Test("each picture has a title and words, and its data is a table too")
  func accessible() {
    let page = Samples.chronicle([Samples.failed], past: 60).html
    #expect(page.contains(#"role="img" aria-labelledby="legs-title legs-text""#))
    #expect(page.contains(#"role="img" aria-labelledby="history-title history-text""#))
    #expect(
      page.contains(
        "write: passed, after 210 ms. call: passed, after 905 ms. "
          + "publish: passed, after 905 ms. forward: failed. read: not tried."))
    #expect(page.contains(">57 trips passed, 3 trips did not. Half of them took"))
    #expect(page.components(separatedBy: "<tr>").count == 1 + 6 + 61)
  }

  @Test("many trips: times by part, and those that did not pass or took too long")
  func many() {
    let trips = (0..<60).map { Samples.passed($0) } + [Samples.inconclusive]
    let text = HTMLReportTests.words(
      Samples.chronicle(trips, limits: TripLimits(total: .seconds(2))).html)
    #expect(text.contains("60 of 61 round trips passed"))
    #expect(text.contains("call+publish 0 of 60 695 ms"))
    #expect(text.contains("Trips that did not pass, or took too long"))
  }

  @Test("a run without trips and a history without passes are pages too")
  func empty() {
    #expect(HTMLReportTests.words(Samples.chronicle([]).html).contains("No trip was made"))
    var chronicle = Samples.chronicle([Samples.failed])
    chronicle.history = [nil, Verdict.fail, .fail].map {
      PastTrip(started: "2026-07-01T00:00:00Z", verdict: $0, totalMs: nil)
    }
    let text = HTMLReportTests.words(chronicle.html)
    #expect(text.contains("None of them passed.") && text.contains("cut off"))
  }

  @Test("half a trip that passed is not the last proof")
  func halfIsNoProof() {
    let whole = PastTrip(
      started: "2026-07-01T09:00:00Z", verdict: .pass, totalMs: 900, report: Samples.passed())
    let half = PastTrip(
      started: "2026-07-02T09:00:00Z", verdict: .pass, totalMs: 400, report: Samples.half)
    var chronicle = Samples.chronicle([Samples.half])
    chronicle.history = [whole, half]
    #expect(
      HTMLReportTests.words(chronicle.html).contains("Last proof: 2026-07-01 09:00 UTC."))
    chronicle.history = [half, half]
    #expect(HTMLReportTests.words(chronicle.html).contains("No proof yet."))
  }

  @Test("any text that a cloud may send stays text")
  func anyText() throws {
    var chance = Seeded(seed: 14)
    let plain = HTMLReportTests.tags(Samples.chronicle([Samples.failed], past: 3).html)
    for _ in 0..<100 {
      var report = Samples.failed
      for index in report.legs.indices.dropLast() {
        report.legs[index].evidence = "x\(NastyText.make(&chance))"
      }
      let page = Samples.chronicle([report], past: 3).html
      #expect(HTMLReportTests.tags(page) == plain)
      // Its elements without an end aside, the page is well-formed XML too.
      let body = page.drop { $0 != "\n" }.replacing(/<meta [^>]*>/, with: "")
      let parser = XMLParser(data: Data(body.utf8))
      #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    }
  }

  @Test("the axis ends at a round number that is no less")
  func axis() {
    let ends = [(0.0, 1.0), (1, 1), (1.2, 1.5), (940, 1000), (2_610, 3_000), (7_001, 8_000)]
    for (time, end) in ends {
      #expect(HistoryChart.round(up: time) == end)
    }
  }

  /// The names of its elements, in order.
  private static func tags(_ page: String) -> [Substring] {
    page.matches(of: /<(\/?[a-zA-Z0-9]+)[ >]/).map(\.output.1)
  }

  /// Its text, on one line.
  private static func words(_ page: String) -> String {
    page.replacing(/<style>[^<]*<\/style>/, with: "").replacing(/<[^>]*>/, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      .replacing(/\s+/, with: " ")
  }
}
