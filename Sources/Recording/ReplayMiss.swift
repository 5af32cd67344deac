import Core

/// A request that the recording does not hold.
package struct ReplayMiss: Error, Sendable {
  /// What was looked up, each secret as its placeholder.
  package let asked: RecordedRequest
  /// The entry that is least unlike it: its number from 1, and where it differs.
  package let nearest: (entry: Int, request: RecordedRequest, difference: RequestDifference)?

  init(_ asked: RecordedRequest, in recording: HTTPArchive) {
    self.asked = asked
    let differences = recording.exchanges.enumerated().lazy.map { entry in
      (entry, RequestDifference(asked: asked, recorded: entry.element.request))
    }
    nearest = differences.min { $0.1.distance < $1.1.distance }
      .map { ($0.0.offset + 1, $0.0.element.request, $0.1) }
  }
}

extension ReplayMiss: Explained {
  /// So much of a value is shown.
  private static let valueLimit = 60

  /// A page with what was asked beside what is nearest to it.
  package var problem: Problem {
    var evidence: [Phrase] = ["asked:    \(asked.method) \(asked.url)"]
    if let nearest {
      evidence.append(
        "nearest:  \(nearest.request.method) \(nearest.request.url)  (entry \(nearest.entry))")
      evidence += nearest.difference.fields.map { field in
        "\(field.name): asked \(Self.short(field.asked)), recorded \(Self.short(field.recorded))"
      }
    }
    return Problem(
      code: "recording-miss", title: "The recording does not hold this request",
      attempt: "I looked it up in the recording, and sent nothing.", evidence: evidence,
      causes: nearest == nil
        ? "The recording is empty."
        : "It was recorded with another command, other answers or another version of Footbridge.",
      next: "Run the command that was recorded, with the same addresses; `footbridge show` lists "
        + "what a recording holds.",
      outcome: .couldNotAsk)
  }

  private static func short(_ value: Phrase?) -> Phrase {
    guard let value else { return "nothing" }
    return Scrubber([]).scrub(value).redacted { text in
      let line = text.replacing("\n", with: " ")
      return line.count > valueLimit ? "\(line.prefix(valueLimit))…" : line
    }
  }
}
