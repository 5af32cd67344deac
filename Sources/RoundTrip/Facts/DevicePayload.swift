import Blynk

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the device's event says: `{"t":…,"v14":…,"v15":…,"v17":…}`, numbers or strings
/// (particle-cloud §11, blynk-cloud §15 F11). The token itself is not kept.
struct DevicePayload: Sendable, Equatable {
  /// Whether the AuthToken in it is this setup's; nil when there is none.
  var carriesOurToken: Bool?
  var counter: Double?
  var switchValue: Int64?
  var echo: Int64?
  /// Everything it says of pins.
  var values: [Pin: BlynkValue] = [:]

  init(
    carriesOurToken: Bool? = nil, counter: Double? = nil, switchValue: Int64? = nil,
    echo: Int64? = nil
  ) {
    self.carriesOurToken = carriesOurToken
    self.counter = counter
    self.switchValue = switchValue
    self.echo = echo
  }

  /// Nil when the data is not a JSON object: cut short, or something else.
  init?(_ data: String, _ plan: TripPlan, isOurToken: (String) -> Bool) {
    guard let object = try? JSONDecoder().decode([String: Field].self, from: Data(data.utf8))
    else { return nil }
    for (key, field) in object {
      if let pin = Pin(key), let value = field.value { values[pin] = value }
    }
    carriesOurToken = object["t"]?.value.map { isOurToken($0.text) }
    counter = values[plan.counterPin]?.number
    switchValue = values[plan.switchPin]?.integer
    echo = values[plan.echoPin]?.integer
  }

  private struct Field: Decodable {
    let value: BlynkValue?
    init(from decoder: any Decoder) throws { value = try? BlynkValue(from: decoder) }
  }
}
