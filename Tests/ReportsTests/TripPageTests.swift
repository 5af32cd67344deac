import RoundTrip
import Testing

@testable import Reports

@Suite("A trip's page")
struct TripPageTests {
  @Test(
    "times have two or three digits and a unit",
    arguments: [
      (nil, "–"), (0, "0.0 ms"), (0.04, "0.0 ms"), (0.06, "0.1 ms"), (5.84, "5.8 ms"),
      (9.94, "9.9 ms"), (10, "10 ms"), (561.8, "562 ms"), (999.4, "999 ms"), (1000, "1.0 s"),
      (1249, "1.2 s"), (83_000, "83.0 s"),
    ] as [(Double?, String)])
  func time(milliseconds: Double?, words: String) {
    #expect(TripPage.time(milliseconds).english == words)
  }

  private func failed(_ cause: Cause, warnings: String = "") throws -> TripReport {
    let statuses = ["pass", "fail", "skipped", "skipped", "skipped"]
    let legs = zip(Leg.allCases, statuses).map { leg, status in
      #"{"name":"\#(leg)","status":"\#(status)","ms":null,"evidence":""}"#
    }
    let json = """
      {"setup":"demo","started":"2026-11-27T10:00:00.000Z","verdict":"fail","sent":1,"returned":0,
       "legs":[\(legs.joined(separator: ","))],"failed_leg":"call","cause":"\(cause.code)",
       "candidates":[],"fix":"Mend it.","warnings":[\(warnings)],
       "cost":{"blynk_messages":0,"particle_operations":0,"requests":0}}
      """
    return try #require(TripReport(json: json))
  }

  @Test("where an API write may not call the webhook, the person's turn is offered, once")
  func byHand() throws {
    let page = TripPage(try failed(.webhookNotFiring))
    #expect(page.problem.next.english.contains("`footbridge test --by-hand`"))
    let turned = try failed(.webhookNotFiring, warnings: "\"by-hand: V16 stands at 1.\"")
    #expect(TripPage(turned).problem.next == "Mend it.")
    #expect(TripPage(turned).problem.attempt.english.hasPrefix("I waited for you to turn V16 to 1"))
    #expect(TripPage(try failed(.webhookWrongBody)).problem.next == "Mend it.")
  }
}
