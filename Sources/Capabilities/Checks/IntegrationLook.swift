import Core
import ParticleAPI
import RoundTrip

/// A look at every place that may hold the setup's integration, and what it says.
struct IntegrationLook {
  let survey: IntegrationSurvey
  let wanted: IntegrationFinding.Wanted
  let finding: IntegrationFinding
  private let scrubber: Scrubber

  /// The integration's display name; what is found is recognised by its event, not by this.
  private static let name = "particle_device_blueprint"

  init(_ clouds: Clouds) async throws {
    let wanted = try IntegrationLook.wanted(clouds)
    survey = try await clouds.particle().survey(
      of: wanted.deviceID, event: wanted.definition.event)
    finding = IntegrationFinding(survey, wanted)
    self.wanted = wanted
    scrubber = clouds.scrubber
  }

  private static func wanted(_ clouds: Clouds) throws -> IntegrationFinding.Wanted {
    let blynk = try clouds.blynk()
    return IntegrationFinding.Wanted(
      .blynk(event: Bindings.eventName, url: try clouds.integrationURL(), name: name),
      deviceID: try clouds.deviceID(), isOurToken: blynk.holdsToken)
  }

  /// The one to put right; one that is limited to another device is that device's.
  var target: Integration? {
    finding.integration.flatMap { one in
      one.deviceID == nil || one.deviceID == wanted.deviceID ? one : nil
    }
  }

  /// The places that were looked at.
  var places: Phrase { survey.looked.map(\.words).joined(separator: ", ") }

  /// Differences as they may be shown.
  func shown(_ differences: [FieldDifference]) -> [FieldDifference] {
    differences.map { difference in
      var shown = difference
      shown.field = scrubber.scrub(difference.field)
      shown.found = difference.found.map { scrubber.scrub($0) }
      return shown
    }
  }
}
