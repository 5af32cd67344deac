import Core
import HTTP

extension BlynkCloud {
  /// Whether a device holds a connection of its own. `false` is the healthy answer for a Particle
  /// device (blynk:online-never, blynk:hardware-connected); the call is the cheapest proof of token
  /// and region.
  package func isHardwareConnected() async throws -> Bool {
    let reply = try await ask("isHardwareConnected")
    guard let answer = Bool(reply.text) else { throw BlynkError.unexpectedReply(reply.witness) }
    return answer
  }

  /// The value of one pin (blynk:get-value); nil when the reply is empty, as for a stream that
  /// never had one.
  package func value(_ pin: Pin) async throws -> BlynkValue? {
    let reply = try await ask("get", [QueryItem("\(pin)")], about: [pin])
    return BlynkValue(bare: reply.text)
  }

  /// The values of several pins in one message (blynk:get-many). A pin without a value may be
  /// absent.
  package func values(_ pins: [Pin]) async throws -> [Pin: BlynkValue] {
    // One pin alone is answered bare, not as an object.
    if pins.count == 1 {
      return try await value(pins[0]).map { [pins[0]: $0] } ?? [:]
    }
    let reply = try await ask("get", pins.map { QueryItem("\($0)") }, about: pins)
    return try reply.values()
  }

  /// Every datastream that has a value (blynk:get-all).
  package func all() async throws -> [Pin: BlynkValue] {
    try await ask("getAll").values()
  }

  /// Writes one pin (blynk:update-value). A value beyond the stream's range is cut to it, and the
  /// reply is still good (blynk:update-cut): read back what matters. It may set off the pin's
  /// webhook (blynk:webhook-by-https).
  package func update(_ pin: Pin, _ value: BlynkValue) async throws {
    var items = [QueryItem("\(pin)", MaskedText(value.text))]
    if case .location(let longitude, let latitude) = value {
      // Two-part values repeat the parameter, longitude first.
      items = [QueryItem("pin", MaskedText("\(pin)"))]
      items += [longitude, latitude].map { QueryItem("value", MaskedText("\($0)")) }
    }
    _ = try await ask("update", items, about: [pin])
  }

  /// The value of a datastream by its own number, which follows the order of creation
  /// (blynk:get-by-id). A refusal of an unknown number names the template.
  package func value(datastream id: Int) async throws -> BlynkValue? {
    BlynkValue(bare: try await ask("get", [QueryItem("dataStreamId", MaskedText("\(id)"))]).text)
  }

  /// The name of the device's template. Blynk tells it only where it refuses a number that the
  /// template does not have (blynk:get-by-id-refused); nil when it refuses in other words.
  package func templateName() async throws -> String? {
    do {
      _ = try await value(datastream: Int(Int32.max))
      return nil
    } catch BlynkError.datastreamMissing(_, let witness) {
      return BlynkCloud.templateName(in: witness.answered)
    } catch BlynkError.wrongPinFormat {
      return nil
    }
  }

  /// What stands between these words and the end of the message.
  static func templateName(in refusal: String) -> String? {
    guard let place = refusal.firstRange(of: "doesn't exist in the product ") else { return nil }
    let rest = refusal[place.upperBound...]
    let name = rest.firstRange(of: "\"}").map { rest[..<$0.lowerBound] } ?? rest
    // Template names are letters, digits and spaces (blynk:template-name); what JSON has escaped is
    // none.
    return name.isEmpty || name.contains("\\") ? nil : String(name)
  }

  /// Writes a datastream by its number (blynk:update-by-id).
  package func update(datastream id: Int, _ value: BlynkValue) async throws {
    let items = [
      QueryItem("dataStreamId", MaskedText("\(id)")), QueryItem("value", MaskedText(value.text)),
    ]
    _ = try await ask("update", items)
  }

  /// Writes several pins under one timestamp, as one message (blynk:batch-update).
  package func batchUpdate(_ values: [Pin: BlynkValue]) async throws {
    let pins = values.keys.sorted()
    let items = pins.compactMap { pin in
      values[pin].map { QueryItem("\(pin)", MaskedText($0.text)) }
    }
    _ = try await ask("batch/update", items, about: pins)
  }
}
