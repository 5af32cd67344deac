import Core
import ParticleAPI

/// What Particle says of its integrations, and Blynk of what they should have sent.
struct IntegrationAnswers: Sendable {
  private let wanted: IntegrationFinding.Wanted

  /// Of every place that may have one: those that fire on the event with all their fields, of the
  /// others what the list says.
  var survey: QueryResult<IntegrationSurvey> = .notAsked
  /// Whether Blynk takes from us what the integration should have sent.
  var uplink: QueryResult<Bool> = .notAsked

  init(_ wanted: IntegrationFinding.Wanted) { self.wanted = wanted }

  var finding: IntegrationFinding? { survey.value.map { IntegrationFinding($0, wanted) } }

  /// The list says already why nothing is forwarded.
  var decides: Bool {
    switch finding {
    case .missing, .disabled, .wrongEvent: true
    case .right, .differing, .unseen, .none: false
    }
  }

  /// One that fires writes the switch.
  var writesSwitchBack: Bool {
    survey.value.map { IntegrationFinding.echoesSwitch($0, wanted) } ?? false
  }

  /// Those that fire on the event of this device, and go elsewhere: a hook that was seen may be one
  /// of theirs.
  var elsewhere: [Integration] {
    let (event, device) = (wanted.definition.event, wanted.deviceID)
    return (survey.value?.integrations ?? []).filter { one in
      one.disabled != true && one.fires(on: event, of: device) && !wanted.goesToBlynk(one)
    }
  }

  /// A row that is filled from what the event does not carry: Blynk gets an empty value.
  func emptyRow(of payload: DevicePayload?) -> Phrase? {
    guard let survey = survey.value, let payload else { return nil }
    return IntegrationFinding.emptyRow(survey, wanted, keys: payload.keys)
  }
}
