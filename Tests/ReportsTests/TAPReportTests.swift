import Core
import RoundTrip
import TestSupport
import Testing

@testable import Reports

@Suite("TAP")
struct TAPReportTests {
  @Test("a failed trip: what passed, what failed and why, what was not tried")
  func failed() {
    #expect(
      Samples.chronicle([Samples.failed]).tap == #"""
        TAP version 13
        1..5
        ok 1 - demo: write
          ---
          evidence: "Blynk took V16 = 1"
          ms: 210.4
          ...
        ok 2 - demo: call
          ---
          evidence: "the device moved to 1"
          ms: 905
          ...
        ok 3 - demo: publish
          ---
          evidence: "blynk_https_get with v17 = 1"
          ms: 905
          ...
        not ok 4 - demo: forward
          ---
          message: "The sketch on the device carries another AuthToken"
          severity: "fail"
          cause: "payload-wrong-token"
          evidence: "hook-error/blynk_https_get · 400 {\"error\":{\"message\":\"Invalid token.\"}}"
          advice: "It may be: Blynk refused what Particle's integration sent (integration-error). \#
        Flash the sketch again: `footbridge firmware --flash`. Guide: section firmware."
          ...
        ok 5 - demo: read # SKIP not tried
          ---
          warnings: ["loop-v16: The integration has a row for V16 | V17."]
          cost: {"blynk_messages":9,"particle_operations":6,"requests":6}
          ...
        # The switch did not come back

        """#)
  }

  @Test("tests are called the same in every run, whatever was seen")
  func names() {
    var other = Samples.passed()
    for index in other.legs.indices { other.legs[index].evidence += " at another time" }
    let names = [Samples.passed(), other].map { trip in
      Samples.chronicle([trip]).tap.split(separator: "\n").filter { $0.hasPrefix("ok ") }
    }
    #expect(names[0] == names[1])
    #expect(names[0].first == "ok 1 - demo: write")
  }

  @Test("what could not be asked is not ok either, and says so")
  func inconclusive() {
    let text = Samples.chronicle([Samples.inconclusive]).tap
    #expect(text.contains("not ok 1 - demo: write\n"))
    #expect(text.contains("  severity: \"inconclusive\"\n"))
  }

  @Test("limits are a test of their own; many trips are numbered")
  func limits() {
    let chronicle = Samples.chronicle(
      [Samples.passed(), Samples.passed(9)], limits: TripLimits(total: .seconds(2)))
    #expect(chronicle.tap.contains("1..12\n"))
    #expect(chronicle.tap.contains("\nok 6 - demo, trip 1: limits\n"))
    #expect(chronicle.tap.contains("\nnot ok 12 - demo, trip 2: limits\n"))
  }

  @Test("no trip is a plan of nothing, and no pass")
  func none() {
    #expect(
      Samples.chronicle([]).tap
        == "TAP version 13\n1..0 # SKIP No trip was made\n# No trip was made\n")
  }

  @Test("no text of a cloud adds a line, a test or a directive")
  func anyText() {
    var chance = Seeded(seed: 12)
    for _ in 0..<300 {
      var report = Samples.failed
      for index in report.legs.indices {
        report.legs[index].evidence = Phrase(verbatim: NastyText.make(&chance))
      }
      report.warnings = [Phrase(verbatim: NastyText.make(&chance))]
      let lines = Samples.chronicle([report]).tap.split(separator: "\n")
      let tests = lines.filter { $0.hasPrefix("ok ") || $0.hasPrefix("not ok ") }
      #expect(tests.count == 5 && tests.count { $0.hasPrefix("not ok ") } == 1)
      #expect(lines.count { $0.contains(" # SKIP") && !$0.hasPrefix("  ") } == 1)
      #expect(lines.allSatisfy { $0.wholeMatch(of: /TAP.*|1\.\.5|(not )?ok .*|  .*|# .*/) != nil })
      #expect(lines.count { $0 == "  ---" } == lines.count { $0 == "  ..." })
    }
  }
}
