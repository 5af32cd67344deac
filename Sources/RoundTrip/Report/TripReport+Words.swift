import Core

/// The words that every page and format of a report shares.
extension TripReport {
  /// How it ended, in a sentence without its stop.
  package var headline: Phrase {
    switch verdict {
    case .pass: isHalf ? "Half the round trip passed\(time)" : "The round trip passed\(time)"
    case .fail where sent != nil: "The switch did not come back"
    default: cause?.title ?? "The trip was cut short"
    }
  }

  /// What was done, and what for.
  package var attempt: Phrase {
    guard let sent else { return "I wanted to turn V16 in Blynk and wait for V17 to follow." }
    if legs.first?.isUnasked == true {
      return "I called the function on the device with \(sent) and waited for V17 to follow."
    }
    if isByHand { return "I waited for you to turn V16 to \(sent), and for V17 to follow." }
    let goal: Phrase = legs.last?.isUnasked == true ? "the device" : "V17"
    return "I set V16 to \(sent) in Blynk and waited for \(goal) to follow."
  }

  /// The person turned the switch.
  package var isByHand: Bool { warnings.contains { $0.english.hasPrefix("by-hand:") } }

  /// The value made the whole way. Half a trip proves half of it.
  package var isProof: Bool { verdict == .pass && legs.allSatisfy { $0.status == .pass } }

  private var time: Phrase { totalMs.map { " in \(TripTime.words($0))" } ?? "" }

  private var isHalf: Bool { legs.contains(where: \.isUnasked) }

  /// Where a trip that did not pass came to its end: the leg that failed, or the one that could not
  /// be judged. There is always one, so that no report can hide that trip.
  package var brokenLeg: LegReport? {
    switch verdict {
    case .pass: nil
    case .fail: legs.first { $0.status == .fail } ?? legs.first { $0.status != .pass } ?? legs.last
    case .inconclusive:
      legs.last { $0.status == .unknown } ?? legs.first { $0.status != .pass } ?? legs.last
    }
  }

  /// What may be the matter and what to do, in sentences: candidates, fix, place in the guide.
  package var advice: [Phrase] {
    [
      candidates.isEmpty
        ? nil : "It may be: \(Wording.list(candidates.map { "\($0.title) (\($0.code))" })).",
      fix, section.map { "Guide: section \($0)." },
    ].compactMap(\.self)
  }
}

extension LegReport {
  /// The evidence of a leg that the trip was made without.
  static let unasked: Phrase = "not asked for"

  /// Whether the trip was made without it.
  package var isUnasked: Bool { status == .skipped && evidence == LegReport.unasked }

  /// What was seen, or what became of the leg.
  package var words: Phrase {
    if !evidence.isEmpty { return evidence }
    return status.words
  }
}

extension LegStatus {
  /// A word for a person: `not tried`, `not known`.
  package var words: Phrase {
    switch self {
    case .pass: "passed"
    case .fail: "failed"
    case .skipped: "not tried"
    case .unknown: "not known"
    }
  }
}
