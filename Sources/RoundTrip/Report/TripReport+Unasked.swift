import Core

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension TripReport {
  /// A trip that was not made, where one was asked for: it says nothing, and why.
  ///
  /// - Parameters:
  ///   - code: what stands in the way, such as `setup-held`.
  ///   - words: the same as a sentence, scrubbed.
  ///   - fix: the next move.
  package static func unasked(
    setup: String, at date: Date, code: String, words: Phrase, fix: Phrase
  ) -> TripReport {
    TripReport(
      setup: setup, started: CloudTime.text(date), verdict: .inconclusive,
      legs: Leg.allCases.map { LegReport(name: $0, status: .unknown) }, fix: fix,
      warnings: ["\(code): \(words)"])
  }

  /// The code of its first warning.
  package var warningCode: String? {
    warnings.first.map { String($0.english.prefix { $0 != ":" }) }
  }

  /// Whether its start is a time.
  package var hasTime: Bool { CloudTime.seconds(started) != nil }
}
