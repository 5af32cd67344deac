import Core

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
    let kept = try? JSONDecoder().decode(TripRecordTail.self, from: Data(json.utf8))
    if let phrases = kept?.phrases, phrases.evidence.count == legs.count { take(phrases) }
  }

  /// The report as the logbook keeps it: `json`, and behind it its sentences as phrases, which can
  /// be told in any language later.
  package var record: String {
    let phrases = TripPhrases(evidence: legs.map(\.evidence), fix: fix, warnings: warnings)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let tail = try? encoder.encode(phrases) else { return json }
    return json.dropLast() + TripReport.phrasesKey + String(decoding: tail, as: UTF8.self) + "}"
  }

  /// What a logbook's record says to programs: `json`, byte for byte.
  package static func json(ofRecord record: String) -> String {
    guard let key = record.firstRange(of: phrasesKey) else { return record }
    return record[..<key.lowerBound] + "}"
  }

  /// Within a text its quotes would be escaped.
  private static let phrasesKey = ",\"phrases\":"

  private mutating func take(_ phrases: TripPhrases) {
    for index in legs.indices { legs[index].evidence = phrases.evidence[index] }
    fix = phrases.fix
    warnings = phrases.warnings
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
      ("section", .text(section)), ("fix", .text(fix?.english)),
      ("warnings", .list(warnings.map { .text($0.english) })), ("cost", cost.jsonLine),
    ]).written
  }
}

/// The sentences of a report, legs in order.
private struct TripPhrases: Codable {
  let evidence: [Phrase]
  let fix: Phrase?
  let warnings: [Phrase]
}

private struct TripRecordTail: Decodable { let phrases: TripPhrases? }

extension LegReport {
  fileprivate var jsonLine: JSONLine {
    .object([
      ("name", .text(name.rawValue)), ("status", .text(status.rawValue)), ("ms", .number(ms)),
      ("evidence", .text(evidence.english)),
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
