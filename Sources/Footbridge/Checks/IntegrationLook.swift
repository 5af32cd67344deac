import Core
import ParticleAPI
import RoundTrip

/// A look at every place that may hold the setup's integration, and what it says.
struct IntegrationLook {
  let survey: IntegrationSurvey
  let wanted: IntegrationFinding.Wanted
  let finding: IntegrationFinding
  private let scrubber: Scrubber

  init(_ clouds: Clouds) async throws {
    let wanted = try ParticleActions.wanted(clouds)
    survey = try await clouds.particle().survey(
      of: wanted.deviceID, event: wanted.definition.event)
    finding = IntegrationFinding(survey, wanted)
    self.wanted = wanted
    scrubber = clouds.scrubber
  }

  /// The one to put right; one that is limited to another device is that device's.
  var target: Integration? {
    finding.integration.flatMap { one in
      one.deviceID == nil || one.deviceID == wanted.deviceID ? one : nil
    }
  }

  /// The places that were looked at.
  var places: String { survey.looked.map(\.description).joined(separator: ", ") }

  /// Differences as they may be shown.
  func shown(_ differences: [FieldDifference]) -> [FieldDifference] {
    differences.map { difference in
      FieldDifference(
        field: scrubber.scrub(difference.field), wanted: difference.wanted,
        found: difference.found.map(scrubber.scrub))
    }
  }
}
