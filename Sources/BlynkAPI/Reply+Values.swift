import HTTP

extension Reply {
  /// The body as a value; `unexpectedReply` when it has another shape.
  func decoded<Value: Decodable>() throws -> Value {
    do {
      return try json()
    } catch {
      throw BlynkError.unexpectedReply(witness)
    }
  }

  /// The body as an object of pins, keys in either case; what is not a virtual pin is left out.
  func values() throws -> [Pin: BlynkValue] {
    let object: [String: Slot] = try decoded()
    var values: [Pin: BlynkValue] = [:]
    for (key, slot) in object {
      if let pin = Pin(key), let value = slot.value { values[pin] = value }
    }
    return values
  }

  /// A value, or something that is none.
  private struct Slot: Decodable {
    let value: BlynkValue?
    init(from decoder: any Decoder) throws { value = try? BlynkValue(from: decoder) }
  }
}
