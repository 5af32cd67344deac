import HTTPTestServer

/// The JSON object that an admin call carries; read whatever its content type, so that `curl -d`
/// does.
struct AdminBody {
  private let object: JSONObject

  /// No body at all is an empty object.
  init(_ request: PracticeRequest) throws(AdminRefusal) {
    guard !request.body.isEmpty else {
      object = JSONObject()
      return
    }
    guard let object = request.json?.object else { throw .notAnObject }
    self.object = object
  }

  init(_ object: JSONObject) { self.object = object }

  subscript(_ field: String) -> JSONValue? { object[field] }

  /// A text, or a number as text; nil when it is not there.
  func text(_ field: String) throws(AdminRefusal) -> String? {
    switch object[field] {
    case nil, .null: return nil
    case .string(let text): return text
    case .number(let number): return JSONValue.number(number).text
    case .bool(let on): return on ? "1" : "0"
    default: throw .unfit(field, wanted: "a text")
    }
  }

  func needText(_ field: String) throws(AdminRefusal) -> String {
    guard let text = try text(field) else { throw .missing(field) }
    return text
  }

  func flag(_ field: String) throws(AdminRefusal) -> Bool? {
    guard let value = object[field] else { return nil }
    guard let flag = value.bool else { throw .unfit(field, wanted: "true or false") }
    return flag
  }

  func needFlag(_ field: String) throws(AdminRefusal) -> Bool {
    guard let flag = try flag(field) else { throw .missing(field) }
    return flag
  }

  func number(_ field: String) throws(AdminRefusal) -> Double? {
    guard let value = object[field], value != .null else { return nil }
    guard let number = value.number else { throw .unfit(field, wanted: "a number") }
    return number
  }

  /// `"V16"`, `"v16"` or 16.
  func pin(_ field: String) throws(AdminRefusal) -> Int? {
    guard let text = try text(field) else { return nil }
    guard let pin = BlynkPin(text) ?? BlynkPin("V" + text), pin.kind == .virtual else {
      throw .unfit(field, wanted: "a pin from V0 to V255")
    }
    return pin.number
  }

  func needPin(_ field: String) throws(AdminRefusal) -> Int {
    guard let pin = try pin(field) else { throw .missing(field) }
    return pin
  }

  /// The members of an object, as texts.
  func texts(_ field: String) throws(AdminRefusal) -> [(name: String, value: String)] {
    guard let value = object[field], value != .null else { return [] }
    guard let members = value.object?.members else { throw .unfit(field, wanted: "an object") }
    var texts: [(name: String, value: String)] = []
    for member in members {
      guard let text = member.value.plain else { throw .unfit(field, wanted: "an object of texts") }
      texts.append((name: member.name, value: text))
    }
    return texts
  }
}
