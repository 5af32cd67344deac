import Core
import ParticleAPI

/// What the places that may hold it say about the integration that should carry the event: decided
/// here alone, for a trip and for a check.
package enum IntegrationFinding: Sendable, Equatable {
  /// One at least carries it to the wanted address; further ones send it to Blynk as well.
  case right([Integration])
  /// One carries it, with these differences.
  case differing(Integration, [FieldDifference])
  case disabled(Integration)
  /// None fires on the event, but this one looks as if it should.
  case wrongEvent(Integration, wanted: String)
  /// None in these places.
  case missing(places: Phrase)
  /// None in these places, and one in which it may well be would not be looked into.
  case unseen(places: Phrase)

  /// What is wanted of it.
  package struct Wanted: Sendable {
    /// How it should be.
    package var definition: IntegrationDefinition
    /// Whose event it should carry.
    package var deviceID: String
    /// The switch's pin: a row for it sets off the loop, and keeps nothing from arriving.
    var switchRow: String
    /// Whether a text is this device's AuthToken.
    var isOurToken: @Sendable (String) -> Bool

    /// What is wanted, in these parts.
    package init(
      _ definition: IntegrationDefinition, deviceID: String, switchRow: String = "V16",
      isOurToken: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
      self.definition = definition
      self.deviceID = deviceID
      self.switchRow = switchRow
      self.isOurToken = isOurToken
    }

    /// Where it differs from what is wanted.
    package func differences(from found: Integration) -> [FieldDifference] {
      definition.differences(from: found, isOurToken: isOurToken)
    }

    /// Differences that keep the value from arriving: neither a V16 row nor a lax certificate check
    /// does, and a shorter event name fires as well.
    func faults(_ found: Integration) -> [FieldDifference] {
      let harmless: Set<Phrase> = ["query.\(switchRow)", "rejectUnauthorized", "event"]
      return differences(from: found).filter { !harmless.contains($0.field) }
    }

    /// Whether it sends to Blynk, or seems to be meant to: others may fire on the event as well.
    func goesToBlynk(_ found: Integration) -> Bool {
      guard let address = found.address?.lowercased() else { return false }
      let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? ""
      let own = definition.url.lowercased().split(separator: "/").dropFirst().first.map(String.init)
      return host == own || host == "blynk.cloud" || host.hasSuffix(".blynk.cloud")
        || address.contains("/external/api")
        || found.rows.keys.contains { name in
          name.first.map { "vV".contains($0) } == true && Int(name.dropFirst()) != nil
        }
    }
  }

  /// Judges what a survey found by what is wanted.
  package init(_ survey: IntegrationSurvey, _ wanted: Wanted) {
    let ours = survey.integrations.filter { wanted.goesToBlynk($0) && survey.mayFire($0) }
    let firing = ours.filter { $0.fires(on: wanted.definition.event, of: wanted.deviceID) }
    let active = firing.filter { $0.disabled != true }
    let judged = active.map { (one: $0, faults: wanted.faults($0)) }
    let right = judged.filter(\.faults.isEmpty).map(\.one)
    if !right.isEmpty {
      self = .right(right + judged.filter { !$0.faults.isEmpty }.map(\.one))
    } else if let best = judged.min(by: { $0.faults.count < $1.faults.count }) {
      self = .differing(best.one, best.faults)
    } else if let off = firing.first {
      self = .disabled(off)
    } else {
      self = IntegrationFinding.elsewhere(ours, survey, wanted)
    }
  }

  /// Whether the places have none for the event; a hook's own word that there is one weighs more.
  package var isNone: Bool {
    switch self {
    case .missing, .unseen: true
    case .right, .differing, .disabled, .wrongEvent: false
    }
  }

  /// The one that is to be put right, or is right; nil where one has to be made.
  package var integration: Integration? {
    switch self {
    case .right(let all): all.first
    case .differing(let one, _), .disabled(let one), .wrongEvent(let one, _): one
    case .missing, .unseen: nil
    }
  }

  /// None fires: one for another device, one that sends to Blynk under another event, or none.
  private static func elsewhere(
    _ ours: [Integration], _ survey: IntegrationSurvey, _ wanted: Wanted
  ) -> IntegrationFinding {
    let event = wanted.definition.event
    if let other = ours.first(where: {
      $0.deviceID != nil && $0.fires(on: event, of: $0.deviceID ?? "")
    }) {
      let difference = FieldDifference(
        field: "deviceID", wanted: wanted.deviceID, found: other.deviceID)
      return .differing(other, [difference])
    }
    let near = ours.first { integration in
      let harmless: Set<Phrase> = [
        "event", "disabled", "query.\(wanted.switchRow)", "rejectUnauthorized",
      ]
      return integration.deviceID ?? wanted.deviceID == wanted.deviceID
        && (wanted.differences(from: integration).allSatisfy { harmless.contains($0.field) }
          || isNear(integration.event ?? "", event))
    }
    if let near { return .wrongEvent(near, wanted: event) }
    let places = places(survey, event)
    return survey.obstacle == nil ? .missing(places: places) : .unseen(places: places)
  }

  /// Whether one name will have been meant for the other.
  private static func isNear(_ name: String, _ event: String) -> Bool {
    Quoted.hint(name, event) != nil || Wording.nearest(name, among: [event]) != nil
  }

  /// Which places were looked at, which were not, and who else fires on the event.
  private static func places(_ survey: IntegrationSurvey, _ event: String) -> Phrase {
    let looked = survey.looked.map(\.words)
    let open: [Phrase] = survey.refused.map { "\($0.place) (\($0.status))" }
    let others = survey.integrations.filter { one in
      one.event.map { !$0.isEmpty && event.hasPrefix($0) } == true
    }
    let useless = others.filter { !survey.mayFire($0) }.map(\.shownName)
    let strangers = others.filter(survey.mayFire).map(\.shownName)
    let places: [Phrase?] = [
      looked.isEmpty ? nil : "looked at: \(looked.joined(separator: ", "))",
      open.isEmpty ? nil : "not looked at: \(open.joined(separator: ", "))",
      strangers.isEmpty
        ? nil : "on the event, and not for Blynk: \(strangers.joined(separator: ", "))",
      useless.isEmpty ? nil : "for devices of products only: \(useless.joined(separator: ", "))",
    ]
    return places.compactMap(\.self).joined(separator: "; ")
  }
}

extension Integration {
  /// Its name in quotes, or its id, and where it lives if that is not the sandbox.
  package var shownName: Phrase {
    let name = Quoted.text(name ?? id)
    return scope == .sandbox ? Phrase(verbatim: name) : "\(name) in \(scope.words)"
  }

  /// Its id, and where it lives.
  package var shownID: Phrase {
    scope == .sandbox ? Phrase(verbatim: id) : "\(id) in \(scope.words)"
  }
}
