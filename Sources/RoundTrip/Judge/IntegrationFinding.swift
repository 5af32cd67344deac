import Particle

/// What the list of integrations says about the one that should carry the event.
enum IntegrationFinding: Sendable, Equatable {
  /// So many carry it to the wanted address.
  case right(count: Int)
  /// One carries it, with these differences.
  case differing([FieldDifference])
  case disabled(name: String)
  /// None fires on the event, but this one looks as if it should.
  case wrongEvent(found: String)
  case missing

  init(_ integrations: [Integration], _ plan: TripPlan) {
    let firing = integrations.filter { $0.fires(on: plan.event, of: plan.deviceID) }
    let active = firing.filter { $0.disabled != true }
    let judged = active.map { (one: $0, differences: IntegrationFinding.faults($0, plan)) }
    let right = judged.filter(\.differences.isEmpty)
    if !right.isEmpty {
      self = .right(count: right.count)
    } else if let best = judged.min(by: { $0.differences.count < $1.differences.count }) {
      self = .differing(best.differences)
    } else if let off = firing.first {
      self = .disabled(name: off.name ?? off.id)
    } else {
      self = IntegrationFinding.elsewhere(integrations, plan)
    }
  }

  /// Whether any active integration writes the switch.
  static func echoesSwitch(_ integrations: [Integration], _ plan: TripPlan) -> Bool {
    let pin = "\(plan.switchPin)"
    return integrations.contains { integration in
      integration.disabled != true && integration.fires(on: plan.event, of: plan.deviceID)
        && integration.query.keys.contains { $0.uppercased() == pin }
    }
  }

  /// The cause that this finding names, with the evidence; nil when all is right.
  var cause: (cause: Cause, evidence: String)? {
    switch self {
    case .right: nil
    case .missing: (.integrationMissing, "Particle lists no integration for the event.")
    case .disabled(let name): (.integrationDisabled, "Particle lists \(name) as disabled.")
    case .wrongEvent(let found):
      (.integrationWrongEvent, "Particle's integration waits for the event \(found).")
    case .differing(let differences):
      (
        IntegrationFinding.cause(of: differences.map(\.field)),
        "Particle's integration: "
          + differences.map {
            "\($0.field) is \($0.found ?? "absent"), not \($0.wanted ?? "absent")"
          }
          .joined(separator: "; ")
      )
    }
  }

  /// Differences that keep the value from arriving: neither a V16 row nor a lax certificate check
  /// does, and a shorter event name fires as well.
  private static func faults(_ integration: Integration, _ plan: TripPlan) -> [FieldDifference] {
    let harmless: Set = ["query.\(plan.switchPin)", "rejectUnauthorized", "event"]
    return plan.integration.differences(from: integration)
      .filter { !harmless.contains($0.field) }
  }

  private static func cause(of fields: [String]) -> Cause {
    if fields.contains("url") { return .integrationWrongURL }
    return fields == ["noDefaults"] ? .integrationDefaultFields : .integrationWrongField
  }

  /// None fires: one for another device, one that sends to Blynk under another event, or none.
  private static func elsewhere(_ integrations: [Integration], _ plan: TripPlan)
    -> IntegrationFinding
  {
    if let other = integrations.first(where: {
      $0.fires(on: plan.event, of: $0.deviceID ?? plan.deviceID)
    }) {
      let difference = FieldDifference(
        field: "deviceID", wanted: plan.deviceID, found: other.deviceID)
      return .differing([difference])
    }
    let near = integrations.first { integration in
      plan.integration.differences(from: integration).allSatisfy {
        ["event", "disabled", "query.\(plan.switchPin)", "rejectUnauthorized"].contains($0.field)
      } || integration.url?.contains("/external/api/batch/update") == true
    }
    return near.map { .wrongEvent(found: $0.event ?? "(none)") } ?? .missing
  }
}
