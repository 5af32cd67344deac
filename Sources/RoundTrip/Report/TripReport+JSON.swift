#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension TripReport {
  /// Reads a report that was written as `json`; nil for anything else.
  package init?(json: String) {
    guard let report = try? JSONDecoder().decode(TripReport.self, from: Data(json.utf8))
    else { return nil }
    self = report
  }

  /// The report as one line of JSON, keys in the documented order, absent values as `null`.
  ///
  /// `JSONEncoder` orders keys by chance or by name, and leaves absent ones out; people read this.
  package var json: String {
    JSONLine.object([
      ("setup", .text(setup)), ("started", .text(started)), ("verdict", .text(verdict.rawValue)),
      ("sent", .number(sent)), ("returned", .number(returned)), ("total_ms", .number(totalMs)),
      ("legs", .list(legs.map(\.jsonLine))), ("failed_leg", .text(failedLeg?.rawValue)),
      ("cause", .text(cause?.rawValue)),
      ("candidates", .list(candidates.map { .text($0.rawValue) })),
      ("section", .text(section)), ("fix", .text(fix)),
      ("warnings", .list(warnings.map { .text($0) })), ("cost", cost.jsonLine),
    ]).written
  }
}

extension LegReport {
  fileprivate var jsonLine: JSONLine {
    .object([
      ("name", .text(name.rawValue)), ("status", .text(status.rawValue)), ("ms", .number(ms)),
      ("evidence", .text(evidence)),
    ])
  }
}

extension TripCost {
  /// As it stands in a report, keys in the documented order.
  package var jsonLine: JSONLine {
    .object([
      ("blynk_messages", .number(blynkMessages)),
      ("particle_operations", .number(particleOperations)), ("requests", .number(requests)),
    ])
  }
}
