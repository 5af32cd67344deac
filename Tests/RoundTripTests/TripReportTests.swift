import Core
import Testing

@testable import RoundTrip

@Suite("The report")
struct TripReportTests {
  @Test("a passed trip is written with the keys and the order that are documented")
  func passed() throws {
    var world = World()
    let report = try world.trip()
    #expect(
      report.json == """
        {"setup":"demo","started":"2026-07-21T10:00:00.000Z","verdict":"pass","sent":1,\
        "returned":1,"total_ms":2000,"legs":[\
        {"name":"write","status":"pass","ms":0,"evidence":"Blynk took V16 = 1"},\
        {"name":"call","status":"pass","ms":1000,"evidence":"the device moved to 1"},\
        {"name":"publish","status":"pass","ms":1000,\
        "evidence":"blynk_https_get with v17 = 1 at 2026-07-21T10:00:03.000Z"},\
        {"name":"forward","status":"pass","ms":1000,"evidence":"hook-sent/blynk_https_get"},\
        {"name":"read","status":"pass","ms":2000,\
        "evidence":"V17 = 1, V6 = 2026-07-21T10:00:03.000Z, V14 = 3"}],\
        "failed_leg":null,"cause":null,"candidates":[],"section":null,"fix":null,"warnings":[],\
        "cost":{"blynk_messages":0,"particle_operations":2,"requests":0}}
        """)
  }

  @Test("a failed trip names leg, cause, candidates, section and fix")
  func failed() throws {
    var world = World()
    world.webhook = .silent
    world.countsCalls = false
    let report = try world.trip()
    #expect(report.json.contains(#""failed_leg":"call","cause":"webhook-not-firing""#))
    #expect(report.json.contains(#""candidates":["webhook-disabled","webhook-wrong-token","#))
    #expect(report.json.contains(#""section":"blynk-webhook","fix":"Compare"#))
    #expect(report.json.contains(#"{"name":"publish","status":"skipped","ms":null,"evidence":""}"#))
  }

  @Test("text is escaped as JSON wants it")
  func escaped() {
    let line = JSONLine.object([
      ("a\"", .text("b\\\n\t\u{1}é")), ("n", .number(1.5)), ("x", .text(nil)),
    ])
    #expect(line.written == #"{"a\"":"b\\\n\t\u0001é","n":1.5,"x":null}"#)
    #expect(JSONLine.number(Double.infinity).written == "null")
  }

  @Test("a secret that a cloud repeats is not in the report")
  func scrubbed() throws {
    let token = "AbCdEfGhIjKlMnOpQrStUvWxYz012345"
    var world = World()
    var report = try world.trip()
    report.legs[0].evidence = "Blynk said \(token)"
    report.warnings = [Phrase(verbatim: token)]
    let clean = report.scrubbed(Scrubber([Secret(token, name: "blynk.auth_token")]))
    #expect(!clean.json.contains(token))
    #expect(clean.warnings == ["‹blynk.auth_token›"])
  }

  @Test("every cause has words, and the voice of the house")
  func words() {
    for cause in Cause.allCases {
      #expect(!cause.title.isEmpty && cause.fix.english.hasSuffix("."), "\(cause)")
      let text = "\(cause.title.english) \(cause.fix.english)".lowercased()
      for word in ["please", "oops", "invalid", "success", "simply", "!"] {
        #expect(!text.contains(word), "\(cause)")
      }
    }
    #expect(Set(Cause.allCases.map(\.title)).count > 30)
  }
}
