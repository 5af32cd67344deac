import Core
import TestSupport
import Testing

@testable import Reports

@Suite("Markdown")
struct MarkdownReportTests {
  @Test("a failed trip: the leg, the cause, the legs as a table, the fix, the cost")
  func failed() {
    #expect(
      Samples.chronicle([Samples.failed]).markdown == #"""
        ### ✗ The switch did not come back

        The leg **forward** failed: The sketch on the device carries another AuthToken \#
        (`payload-wrong-token`).

        | leg |  | seen after | evidence |
        | --- | --- | ---: | --- |
        | write | passed | 210 ms | `Blynk took V16 = 1` |
        | call | passed | 905 ms | `the device moved to 1` |
        | publish | passed | 905 ms | `blynk_https_get with v17 = 1` |
        | forward | failed | – | `hook-error/blynk_https_get · 400 \#
        {"error":{"message":"Invalid token."}}` |
        | read | not tried | – |  |

        It may be: Blynk refused what Particle's integration sent (integration-error).\#u{20}\#u{20}
        Flash the sketch again: `footbridge firmware --flash`.\#u{20}\#u{20}
        Guide: section firmware.

        - `loop-v16` The integration has a row for V16 \| V17.

        Cost: 6 requests and one stream, 9 Blynk messages, 6 Particle operations. Setup `demo`, \#
        2026-07-21 10:03 UTC.

        """#)
  }

  @Test("a passed trip is short")
  func passed() {
    let text = Samples.chronicle([Samples.passed()]).markdown
    #expect(text.hasPrefix("### ✓ The round trip passed in 1.8 s\n\n| leg |"))
    #expect(text.split(separator: "\n").count == 9)
  }

  @Test("half a trip is told from a whole one")
  func half() {
    let text = Samples.chronicle([Samples.half]).markdown
    #expect(text.hasPrefix("### ✓ Half the round trip passed in 1.8 s\n"))
    #expect(text.contains("| call | not tried | – | `not asked for` |"))
    #expect(Samples.half.attempt.english.hasPrefix("I called the function on the device with 1"))
  }

  @Test("many trips have a table of times, and the first that failed is shown")
  func many() {
    let trips = (0..<3).map(Samples.passed) + [Samples.failed]
    let text = Samples.chronicle(trips).markdown
    #expect(text.hasPrefix("### ✗ 3 of 4 round trips passed\n\n| part | seen | lost | min |"))
    #expect(text.contains("| forward | 3 | 1 | 498 ms | 498 ms | 498 ms | 498 ms | 498 ms |"))
    #expect(text.contains("\n\n**Trip 4**: The switch did not come back.\n\n"))
  }

  @Test("backticks and bars stay what they are")
  func code() {
    #expect(MarkdownReport.code("a|b") == #"`a\|b`"#)
    #expect(MarkdownReport.code("a`b``c") == "```a`b``c```")
    #expect(MarkdownReport.code("`a`") == "`` `a` ``")
    #expect(MarkdownReport.code("two\nlines\u{1B}[31m") == "`two lines[31m`")
    #expect(MarkdownReport.code(" \n ") == "")
    #expect(MarkdownReport.prose("*b* @me <i> `x*y`") == #"\*b\* `@`me \<i\> `x*y`"#)
    #expect(MarkdownReport.prose("odd ` one") == "``odd ` one``")
  }

  @Test("no text of a cloud adds a line or a column")
  func anyText() {
    var chance = Seeded(seed: 13)
    for _ in 0..<300 {
      var report = Samples.failed
      for index in report.legs.indices {
        report.legs[index].evidence = Phrase(verbatim: NastyText.make(&chance))
      }
      let lines = Samples.chronicle([report]).markdown.split(separator: "\n")
      let rows = lines.filter { $0.hasPrefix("|") }
      #expect(rows.count == 7)
      for row in rows {
        #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 5, "\(row)")
      }
      #expect(lines.count == 14)
    }
  }
}
