import Core
import Foundation
import RoundTrip
import Testing

@testable import Reports
@testable import Trips

@Suite("Results of several runs")
struct TripResultsTests {
  private func line(_ setup: String, _ second: Int = 0) -> String {
    TripReport.unasked(
      setup: setup, at: Date(timeIntervalSince1970: Double(second)), code: "setup-held",
      words: "Another one holds it", fix: "Wait."
    ).json + "\n"
  }

  @Test("merged they are what one run says: by setup and time, each once")
  func merged() throws {
    let (a, b, c) = (line("a"), line("b", 2) + line("b", 1), line("c"))
    var parts = TripResults()
    try parts.add(c + a, from: "1")
    try parts.add(b + "\n" + a, from: "2")
    var whole = TripResults()
    try whole.add(a + b + c, from: "all")
    #expect(parts.sorted == whole.sorted)
    #expect(parts.sorted.map { $0.json + "\n" }.joined() == a + line("b", 1) + line("b", 2) + c)
    let tables = [parts, whole].map { FleetTable($0.sorted.map { FleetRow($0) }).view }
    #expect(tables[0] == tables[1])
  }

  @Test("a line that is no report is named by file and line")
  func damaged() throws {
    let whole = line("a")
    for bad in [
      "{}", "words", String(whole.dropLast(30)), whole.replacing("\"a\"", with: "\"../a\""),
    ] {
      var results = TripResults()
      let problem = try #require(throws: Problem.self) {
        try results.add(whole + bad + "\n", from: "part.jsonl")
      }
      #expect(problem.evidence.first == "part.jsonl:2")
      #expect(problem.outcome == .badData)
    }
  }
}
