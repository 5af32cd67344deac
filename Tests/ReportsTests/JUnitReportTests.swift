import Core
import Foundation
import RoundTrip
import TestSupport
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("JUnit XML")
struct JUnitReportTests {
  @Test("a passed trip is a suite of five cases")
  func passed() {
    #expect(
      Samples.chronicle([Samples.passed()]).junit == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="footbridge">
          <testsuite name="demo" id="0" package="footbridge" timestamp="2026-07-21T10:00:00Z" \
        hostname="localhost" tests="5" failures="0" errors="0" skipped="0" time="1.840">
            <properties>
              <property name="verdict" value="pass"/>
              <property name="sent" value="1"/>
              <property name="returned" value="1"/>
              <property name="blynk_messages" value="9"/>
              <property name="particle_operations" value="6"/>
              <property name="requests" value="6"/>
            </properties>
            <testcase name="write" classname="footbridge.demo" time="0.210"/>
            <testcase name="call" classname="footbridge.demo" time="0.695"/>
            <testcase name="publish" classname="footbridge.demo" time="0.000"/>
            <testcase name="forward" classname="footbridge.demo" time="0.498"/>
            <testcase name="read" classname="footbridge.demo" time="0.437"/>
            <system-out/>
            <system-err/>
          </testsuite>
        </testsuites>

        """)
  }

  @Test("a failed leg is a failure with its cause, and the legs after it are skipped")
  func failed() {
    let text = Samples.chronicle([Samples.failed]).junit
    #expect(text.contains(#"tests="5" failures="1" errors="0" skipped="1" time="1.403""#) == false)
    #expect(text.contains(#"tests="5" failures="1" errors="0" skipped="1" time="0.905""#))
    #expect(
      text.contains(
        """
            <testcase name="forward" classname="footbridge.demo" time="0.000">
              <failure type="payload-wrong-token" message="The sketch on the device carries \
        another AuthToken">I set V16 to 1 in Blynk and waited for V17 to follow.
        forward: hook-error/blynk_https_get · 400 {"error":{"message":"Invalid token."}}
        It may be: Blynk refused what Particle's integration sent (integration-error).
        Flash the sketch again: `footbridge firmware --flash`.
        Guide: section firmware.</failure>
            </testcase>
            <testcase name="read" classname="footbridge.demo" time="0.000">
              <skipped message="not tried"/>
            </testcase>
            <system-out>loop-v16: The integration has a row for V16 | V17.</system-out>
        """))
  }

  @Test("what could not be asked is an error, and not a failure")
  func inconclusive() {
    let text = Samples.chronicle([Samples.inconclusive]).junit
    #expect(text.contains(#"failures="0" errors="1" skipped="4""#))
    #expect(text.contains(#"<error type="cloud-error" message="A cloud has trouble of its own">"#))
    #expect(!text.contains("<failure"))
  }

  @Test("a trip that did not pass never looks as if it had, whatever its legs say")
  func neverHidden() {
    for verdict in [Verdict.fail, .inconclusive] {
      var report = Samples.passed()
      report.verdict = verdict
      let text = Samples.chronicle([report]).junit
      #expect(text.contains(verdict == .fail ? "<failure type=\"unknown\"" : "<error type="))
    }
  }

  @Test("many trips are many suites, and a limit that was exceeded is a failure of its own")
  func many() {
    let limits = TripLimits(total: .seconds(2), legs: [.write: .milliseconds(500)])
    let trips = [Samples.passed(), Samples.passed(9)]
    let text = Samples.chronicle(trips, limits: limits).junit
    #expect(text.contains(#"name="demo, trip 1" id="0""#))
    #expect(text.contains(#"name="demo, trip 2" id="1""#))
    #expect(text.contains(#"tests="6" failures="0""#))
    #expect(text.contains(#"tests="6" failures="1""#))
    #expect(text.contains(#"<testcase name="limits" classname="footbridge.demo.trip-2""#))
    #expect(text.contains(#"<failure type="over-limit" message="The trip took 2173 ms; 2000 ms"#))
  }

  @Test("any text that a cloud may send leaves it well-formed, and comes back as it was")
  func anyText() throws {
    var chance = Seeded(seed: 11)
    for _ in 0..<300 {
      let text = NastyText.make(&chance)
      var report = Samples.failed
      report.legs[3].evidence = Phrase(verbatim: text)
      report.legs[4].evidence = Phrase(verbatim: text)
      report.warnings = [Phrase(verbatim: text)]
      let reader = TextReader()
      let parser = XMLParser(data: Data(Samples.chronicle([report]).junit.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(parser.parserError.debugDescription) in \(text.debugDescription)")
      let shown = NastyText.shown(text)
      #expect(shown.isEmpty || reader.text.contains(shown), "\(text.debugDescription)")
    }
  }

  /// Gathers the text between tags.
  private final class TextReader: NSObject, XMLParserDelegate {
    var text = ""
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }
}
