import Core
import ParticleAPI

/// What the acts in the Particle cloud would do, before they are done.
enum ParticleActionPreviews {
  static let flash: Capability.Preview = { clouds in
    let device = try await clouds.particle().device(clouds.deviceID())
    let functions = (device.functions ?? []).map(clouds.scrubber.scrub)
    return ActionPreview(
      intro: "I would have Particle compile the sketch and put it on this device:",
      rows: [
        ["device", Phrase(verbatim: clouds.scrubber.scrub(device.name ?? device.id))],
        ["kind", DeviceKind.name(device.platformID)],
        [
          "replaced",
          functions.isEmpty
            ? "the sketch on it, which offers no function"
            : "the sketch on it, which offers \(Wording.list(functions, "and"))",
        ],
      ])
  }

  /// What is there and differs is shown field by field, before a yes changes it.
  static let integration: Capability.Preview = { clouds in
    let look = try await IntegrationLook(clouds)
    let wanted = look.wanted.definition
    guard let found = look.target else {
      return ActionPreview(intro: "I would make this integration at Particle:", rows: rows(wanted))
    }
    let differences = look.wanted.differences(from: found)
    if case .right(let all) = look.finding, all.count > 1 {
      return ActionPreview(
        intro: "\(all.count) integrations fire on \(wanted.event), and I delete none of yours. "
          + (differences.isEmpty ? "The first is right:" : "I would only put the first right:"),
        rows: all.map { ["integration", $0.shownID] } + changes(differences, clouds))
    }
    return ActionPreview(
      intro: "Integration \(found.shownID) is there and differs. I would change:",
      rows: [["field", "now", "then"]] + changes(differences, clouds))
  }

  private static func rows(_ wanted: IntegrationDefinition) -> [[Phrase]] {
    [
      ["Name", wanted.name], ["Event Name", wanted.event], ["URL", wanted.url],
      ["Request Type", wanted.requestType], ["QUERY PARAMETERS", "Custom"],
    ].map(Phrase.verbatim)
      + wanted.query.sorted { $0.key < $1.key }.map { Phrase.verbatim([$0.key, $0.value]) }
      + [Phrase.verbatim(["ENFORCE SSL", "Yes"])]
  }

  private static func changes(_ differences: [FieldDifference], _ clouds: Clouds) -> [[Phrase]] {
    differences.map { difference in
      [
        difference.field,
        difference.shownFound(clouds.scrubber) ?? "not there",
        difference.wanted.map { Phrase(verbatim: $0) } ?? "taken out",
      ]
    }
  }
}
