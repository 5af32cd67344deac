import Core

extension TripReport {
  /// The report with every text that a cloud had a hand in made fit to be shown.
  func scrubbed(_ scrubber: Scrubber) -> TripReport {
    var clean = self
    clean.legs = legs.map { leg in
      var leg = leg
      // One line in every report, and the data still as it was told apart.
      leg.evidence = scrubber.scrub(leg.evidence.redacted(by: \.onOneLine))
      return leg
    }
    clean.warnings = warnings.map { scrubber.scrub($0) }
    return clean
  }
}

extension String {
  /// With line ends spelt as JSON spells them. By scalars, as CR and LF are one `Character`.
  fileprivate var onOneLine: String {
    unicodeScalars.reduce(into: "") { line, scalar in
      switch scalar {
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
  }
}
