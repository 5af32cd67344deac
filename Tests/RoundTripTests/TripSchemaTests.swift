import Foundation
import TestSupport
import Testing

@testable import RoundTrip

/// `Guides/help/trip.schema.json` and what the program writes, held against each other.
@Suite("The JSON Schema of a trip")
struct TripSchemaTests {
  private let schema: SchemaCheck

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Guides/help/trip.schema.json").standardized.path
    schema = try SchemaCheck(file: file)
  }

  @Test("it lists the very legs, statuses, verdicts, causes and sections that there are")
  func lists() throws {
    #expect(
      try schema.texts(at: "$defs.cause") == Cause.allCases.map(\.code),
      "Guides/help/trip.schema.json lists the causes in the order of `Cause`")
    #expect(try schema.texts(at: "properties.verdict") == Verdict.allCases.map(\.rawValue))
    #expect(try schema.texts(at: "properties.failed_leg") == Leg.allCases.map(\.rawValue))
    #expect(try schema.texts(at: "$defs.leg.properties.name") == Leg.allCases.map(\.rawValue))
    #expect(
      try schema.texts(at: "$defs.leg.properties.status") == LegStatus.allCases.map(\.rawValue))
    #expect(
      Set(try schema.texts(at: "properties.section")) == Set(ReportSection.allCases.map(\.rawValue))
    )
  }

  @Test("whatever is broken in the two clouds and the device, the report fits")
  func world() throws {
    var worlds: [World] = []
    worlds += World.BlynkState.allCases.map { state in World.with { $0.blynk = state } }
    worlds += World.StreamState.allCases.map { state in World.with { $0.stream = state } }
    worlds += World.WebhookState.allCases.map { state in World.with { $0.webhook = state } }
    worlds += World.DeviceState.allCases.map { state in World.with { $0.device = state } }
    worlds += World.PublishState.allCases.map { state in World.with { $0.publish = state } }
    worlds += World.HookState.allCases.map { state in World.with { $0.hook = state } }
    worlds += World.EchoState.allCases.map { state in World.with { $0.echo = state } }
    var verdicts: Set<Verdict> = []
    for var world in worlds {
      let report = try world.trip()
      verdicts.insert(report.verdict)
      #expect(try schema.faults(in: report.json) == [], "\(report.json)")
    }
    #expect(worlds.count > 40 && verdicts == Set(Verdict.allCases))
  }
}

extension World {
  fileprivate static func with(_ change: (inout World) -> Void) -> World {
    var world = World()
    change(&world)
    return world
  }
}
