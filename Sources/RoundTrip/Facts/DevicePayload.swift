import BlynkAPI
import HTTP

/// What the device's event says: `{"t":…,"v14":…,"v15":…,"v17":…}`, numbers or strings
/// (particle:guide-event, blynk:guide-numbers-or-texts). The token itself is not kept.
struct DevicePayload: Sendable, Equatable {
  /// Whether the AuthToken in it is this setup's; nil when there is none.
  var carriesOurToken: Bool?
  var counter: Double?
  var switchValue: Int64?
  var echo: Int64?
  /// Everything it says of pins.
  var values: [Pin: BlynkValue] = [:]
  /// The keys of its object, which an integration's rows are filled from.
  var keys: Set<String> = []
  /// What the integration can make nothing of; nil for an event as it should be.
  var defect: PayloadDefect?

  init(
    carriesOurToken: Bool? = nil, counter: Double? = nil, switchValue: Int64? = nil,
    echo: Int64? = nil
  ) {
    self.carriesOurToken = carriesOurToken
    self.counter = counter
    self.switchValue = switchValue
    self.echo = echo
  }

  /// - Throws: what keeps the data from being an object.
  init(_ data: String, _ plan: TripPlan, isOurToken: (String) -> Bool)
    throws(PayloadDefect.Failure)
  {
    let object = try PayloadDefect.object(data).get()
    // Of two members of one name `JSON.parse` keeps the last.
    var fields: [String: JSONNode] = [:]
    for member in object.members { fields[member.name] = member.value }
    for (key, field) in fields {
      if let pin = Pin(key), let value = DevicePayload.value(field) { values[pin] = value }
    }
    keys = Set(fields.keys)
    carriesOurToken = fields["t"].flatMap(DevicePayload.value).map { isOurToken($0.text) }
    counter = values[plan.counterPin]?.number
    switchValue = values[plan.switchPin]?.integer
    echo = values[plan.echoPin]?.integer
    defect = DevicePayload.defect(fields, plan, data)
  }

  private static func value(_ node: JSONNode) -> BlynkValue? {
    switch node {
    case .number(let digits): BlynkValue(bare: digits)
    case .string(let text): .string(text)
    case .flag(let flag): .int(flag ? 1 : 0)
    case .null, .list, .object: nil
    }
  }

  /// Holds the fields against the templates that the integration fills from them.
  private static func defect(
    _ fields: [String: JSONNode], _ plan: TripPlan, _ data: String
  ) -> PayloadDefect? {
    let wanted = plan.integration.eventFields
    let missing = wanted.filter { fields[$0] == nil }
    if !missing.isEmpty { return .missing(missing, PayloadDefect.quote(data)) }
    let unfit = wanted.filter { name in
      guard let field = fields[name] else { return false }
      return Pin(name) == nil ? isNoText(field) : isNoNumber(field)
    }
    return unfit.isEmpty
      ? nil
      : .unfit(
        unfit.map { "\($0) = \(fields[$0]?.line ?? "")" }, PayloadDefect.quote(data))
  }

  private static func isNoText(_ node: JSONNode) -> Bool {
    switch node {
    case .string, .number: false
    case .null, .flag, .list, .object: true
    }
  }

  private static func isNoNumber(_ node: JSONNode) -> Bool {
    switch node {
    case .number: false
    case .string(let text): BlynkValue(bare: text)?.number == nil
    case .null, .flag, .list, .object: true
    }
  }
}
