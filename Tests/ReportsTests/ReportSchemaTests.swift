import Foundation
import TestSupport
import Testing

@testable import Reports

/// The samples of reports, held against `Guides/help/trip.schema.json`.
@Suite("The JSON Schema of a trip, and its samples")
struct ReportSchemaTests {
  private let schema: SchemaCheck

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Guides/help/trip.schema.json").standardized.path
    schema = try SchemaCheck(file: file)
  }

  @Test("every kind of report fits")
  func samples() throws {
    for (name, chronicle) in Samples.all {
      for trip in chronicle.trips { #expect(try schema.faults(in: trip.json) == [], "\(name)") }
    }
  }

  @Test("what a program could not rely on does not fit")
  func refused() throws {
    let good = Samples.failed.json
    for (old, new) in [
      (#""verdict":"fail""#, #""verdict":"maybe""#), (#""sent":1"#, #""sent":"1""#),
      (#""requests":6"#, #""requests":6.5"#), (#""requests":6"#, #""requests":-1"#),
      (#""cause":"payload-wrong-token""#, #""cause":"gremlins""#),
      (#""failed_leg":"forward""#, #""failed_leg":null"#), (#""fix":"#, #""fixes":"#),
      (#""name":"write""#, #""name":"call""#), (#""candidates":["#, #""more":1,"candidates":["#),
      ("2026-07-21T10:03:00.000Z", "21.7.2026"),
    ] {
      let bad = good.replacing(old, with: new)
      #expect(bad != good)
      #expect(try schema.faults(in: bad) != [], "\(new)")
    }
    let passed = Samples.passed().json.replacing(#""status":"pass""#, with: #""status":"fail""#)
    #expect(try schema.faults(in: passed) != [])
  }
}
