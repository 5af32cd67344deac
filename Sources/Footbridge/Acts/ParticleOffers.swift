import Ground
import Particle

/// What the acts in the Particle cloud would do, before they are done.
enum ParticleOffers {
  static let flash: Works.Preview = { clouds in
    let device = try await clouds.particle().device(clouds.deviceID())
    let functions = (device.functions ?? []).map(clouds.scrubber.scrub)
    return Offer(
      intro: "I would have Particle compile the sketch and put it on this device:",
      rows: [
        ["device", clouds.scrubber.scrub(device.name ?? device.id)],
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
  static let integration: Works.Preview = { clouds in
    let wanted = try ParticleActs.definition(clouds)
    let there = try await ParticleActs.ofOurEvent(clouds.particle(), clouds)
    guard let found = there.first else {
      return Offer(intro: "I would make this integration at Particle:", rows: rows(wanted))
    }
    let differences = wanted.differences(from: found)
    guard there.count == 1 else {
      return Offer(
        intro: "\(there.count) integrations fire on \(wanted.event), and I delete none of yours. "
          + (differences.isEmpty ? "The first is right:" : "I would only put the first right:"),
        rows: there.map { ["integration", $0.id] } + changes(differences, clouds))
    }
    return Offer(
      intro: "Integration \(found.id) is there and differs. I would change:",
      rows: [["field", "now", "then"]] + changes(differences, clouds))
  }

  private static func rows(_ wanted: IntegrationDefinition) -> [[String]] {
    [
      ["Name", wanted.name], ["Event Name", wanted.event], ["URL", wanted.url],
      ["Request Type", wanted.requestType], ["QUERY PARAMETERS", "Custom"],
    ] + wanted.query.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
      + [["ENFORCE SSL", "Yes"]]
  }

  private static func changes(_ differences: [FieldDifference], _ clouds: Clouds) -> [[String]] {
    differences.map { difference in
      [
        difference.field, clouds.scrubber.scrub(difference.found ?? "not there"),
        difference.wanted ?? "taken out",
      ]
    }
  }
}
