/// What the query of a device API request asks for, read but not yet looked up.
enum BlynkQuery {
  typealias Items = [(name: String, value: String?)]

  /// Which streams `get` is asked for.
  enum Selection: Equatable {
    case dataStream(id: Int)
    case pins([AskedPin])
  }

  /// A pin, and how the caller wrote it: the reply's keys echo that (blynk:get-many).
  struct AskedPin: Equatable {
    var asked: String
    var pin: BlynkPin
  }

  /// What `update` is asked to store.
  enum Target: Equatable {
    case dataStream(id: Int, texts: [String])
    case pin(BlynkPin, texts: [String])
  }

  /// `dataStreamId=N`, `v1&v2=`, and the alias `pin=V0` of 2021 (blynk:get-value, blynk:get-by-id,
  /// blynk:get-many).
  static func selection(_ query: Items) throws(BlynkRefusal) -> Selection {
    let items = query.filter { $0.name != "token" }
    if let id = items.first(where: { $0.name == "dataStreamId" }) {
      guard let number = Int(id.value ?? "") else { throw .wrongPinFormat }
      return .dataStream(id: number)
    }
    var pins: [AskedPin] = []
    for item in items {
      let asked = item.name == "pin" ? item.value ?? "" : item.name
      pins.append(AskedPin(asked: asked, pin: try pin(asked)))
    }
    if pins.isEmpty { throw .wrongPinFormat }
    return .pins(pins)
  }

  /// `V1=x`, `pin=V1&value=x` or `dataStreamId=N&value=x`, the value twice for a Location
  /// (blynk:update-value, blynk:update-by-id, blynk:update-location). More than one pin is not
  /// documented; it is refused here, as `batch/update` is the call for that.
  static func target(_ query: Items) throws(BlynkRefusal) -> Target {
    let items = query.filter { $0.name != "token" }
    let texts = items.filter { $0.name == "value" }.map { $0.value ?? "" }
    if let id = items.first(where: { $0.name == "dataStreamId" }) {
      guard let number = Int(id.value ?? "") else { throw .wrongDataStreamIdFormat }
      return .dataStream(id: number, texts: texts)
    }
    if let named = items.first(where: { $0.name == "pin" }) {
      return .pin(try pin(named.value ?? ""), texts: texts)
    }
    guard items.count == 1 else { throw .wrongPinFormat }
    return .pin(try pin(items[0].name), texts: [items[0].value ?? ""])
  }

  /// Each `V1=x` of a batch, in order. Any name but `token` has to be a pin: what a real cloud says
  /// of others is not documented (blynk:unknown-parameters).
  static func batch(_ query: Items) throws(BlynkRefusal) -> [(pin: BlynkPin, text: String)] {
    var writes: [(pin: BlynkPin, text: String)] = []
    for item in query where item.name != "token" {
      writes.append((pin: try pin(item.name), text: item.value ?? ""))
    }
    if writes.isEmpty { throw .wrongPinFormat }
    return writes
  }

  static func pin(_ text: String) throws(BlynkRefusal) -> BlynkPin {
    guard let pin = BlynkPin(text) else { throw .wrongPinFormat }
    return pin
  }
}
