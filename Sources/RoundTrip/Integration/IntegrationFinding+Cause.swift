import Core
import ParticleAPI

extension IntegrationFinding {
  /// The cause that this finding names, with the evidence; nil when all is right.
  package var cause: (cause: Cause, evidence: Phrase)? {
    switch self {
    case .right: nil
    case .missing(let places):
      (.integrationMissing, "Particle lists no integration for the event; \(places)")
    case .unseen(let places):
      (.particleTokenScope, "Particle does not let me look for the integration; \(places)")
    case .disabled(let one):
      (.integrationDisabled, "Particle lists \(one.shownName) as disabled.")
    case .wrongEvent(let one, let wanted):
      (
        .integrationWrongEvent,
        "Particle's integration \(one.shownName) waits for the event "
          + "\(Quoted.found(one.event, not: wanted))."
      )
    case .differing(let one, let differences):
      (
        IntegrationFinding.cause(of: differences.map(\.field)),
        "Particle's integration \(one.shownName): "
          + differences.map(\.shown).joined(separator: "; ")
      )
    }
  }

  /// What is wrong by the guide, though the value arrives: the loop's row first, then the rest.
  package static func blemish(
    _ one: Integration, _ wanted: Wanted
  ) -> (cause: Cause, differences: [FieldDifference])? {
    let differences = wanted.differences(from: one)
    guard !differences.isEmpty else { return nil }
    let isLoop = differences.contains { $0.field == "query.\(wanted.switchRow)" }
    return (isLoop ? .loopV16 : .integrationWrongField, differences)
  }

  /// Whether any active integration writes the switch.
  static func echoesSwitch(_ survey: IntegrationSurvey, _ wanted: Wanted) -> Bool {
    survey.integrations.contains { one in
      one.disabled != true && one.fires(on: wanted.definition.event, of: wanted.deviceID)
        && wanted.goesToBlynk(one)
        && one.rows.keys.contains { $0.uppercased() == wanted.switchRow }
    }
  }

  private static func cause(of fields: [Phrase]) -> Cause {
    if fields.contains("url") { return .integrationWrongURL }
    return fields == ["noDefaults"] ? .integrationDefaultFields : .integrationWrongField
  }

  /// A row that is filled from keys which the event does not carry: Blynk gets nothing for it, or
  /// what stands around it, and refuses the whole batch.
  ///
  /// - Parameter keys: of the event's object; before one is seen, those of the guide's sketch.
  package static func emptyRow(
    _ survey: IntegrationSurvey, _ wanted: Wanted, keys: Set<String>
  ) -> Phrase? {
    let firing = survey.integrations.filter {
      $0.disabled != true && $0.fires(on: wanted.definition.event, of: wanted.deviceID)
        && wanted.goesToBlynk($0)
    }
    for one in firing {
      for (row, value) in one.rows.sorted(by: { $0.key < $1.key }) {
        let lacking = Template.keys(of: value).filter { !keys.contains($0) }
        guard !lacking.isEmpty else { continue }
        return "The integration fills \(row) from \(Quoted.text(value)), and the event has no "
          + "\(Wording.list(lacking.map { Quoted.text($0) }, "and"))."
      }
    }
    return nil
  }

  private enum Template {
    /// The event's keys that a template names: not Particle's own, nor a cloud secret's name, which
    /// is written in capitals (particle:secret-names).
    static func keys(of value: String) -> [String] {
      var keys: [String] = []
      var rest = value[...]
      while let open = rest.firstRange(of: "{{"),
        let close = rest[open.upperBound...].firstRange(of: "}}")
      {
        let name = rest[open.upperBound..<close.lowerBound].filter { !"{}& ".contains($0) }
        let key = String(name.prefix { $0 != "." })
        if let first = key.first, first.isLetter, key != key.uppercased() { keys.append(key) }
        rest = rest[close.upperBound...]
      }
      return keys
    }
  }
}
