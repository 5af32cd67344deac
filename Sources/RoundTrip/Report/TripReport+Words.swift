import Ground

/// The words that every page and format of a report shares.
extension TripReport {
  /// How it ended, in a sentence without its stop.
  package var headline: String {
    switch verdict {
    case .pass: "The round trip passed" + (totalMs.map { " in \(TripTime.words($0))" } ?? "")
    case .fail where sent != nil: "The switch did not come back"
    default: cause?.title ?? "The trip was cut short"
    }
  }

  /// What was done, and what for.
  package var attempt: String {
    sent.map { "I set V16 to \($0) in Blynk and waited for V17 to follow." }
      ?? "I wanted to turn V16 in Blynk and wait for V17 to follow."
  }

  /// Where a trip that did not pass came to its end: the leg that failed, or the one that could not
  /// be judged. There is always one, so that no report can hide that trip.
  var brokenLeg: LegReport? {
    switch verdict {
    case .pass: nil
    case .fail: legs.first { $0.status == .fail } ?? legs.first { $0.status != .pass } ?? legs.last
    case .inconclusive:
      legs.last { $0.status == .unknown } ?? legs.first { $0.status != .pass } ?? legs.last
    }
  }

  /// What may be the matter and what to do, in sentences: candidates, fix, place in the guide.
  var advice: [String] {
    [
      candidates.isEmpty
        ? nil : "It may be: \(Wording.list(candidates.map { "\($0.title) (\($0.code))" })).",
      fix, section.map { "Guide: section \($0)." },
    ].compactMap(\.self)
  }
}

extension LegReport {
  /// What was seen, or what became of the leg.
  package var words: String {
    if !evidence.isEmpty { return evidence }
    return status.words
  }
}

extension LegStatus {
  package var words: String {
    switch self {
    case .pass: "passed"
    case .fail: "failed"
    case .skipped: "not tried"
    case .unknown: "not known"
    }
  }
}
