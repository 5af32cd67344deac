import Ground

extension TripReport {
  /// The report with every text that a cloud had a hand in made fit to be shown.
  func scrubbed(_ scrubber: Scrubber) -> TripReport {
    var clean = self
    clean.legs = legs.map { leg in
      var leg = leg
      leg.evidence = scrubber.scrub(leg.evidence)
      return leg
    }
    clean.warnings = warnings.map(scrubber.scrub)
    return clean
  }
}
