import Foundation

/// JSON to look into: what is not there is nothing, and never a crash.
struct Look: CustomStringConvertible {
  let value: Any?

  init(_ value: Any?) { self.value = value }

  init(json: Data) throws {
    value = try JSONSerialization.jsonObject(with: json, options: [.fragmentsAllowed])
  }

  init(json: String) throws { try self.init(json: Data(json.utf8)) }

  subscript(key: String) -> Look { Look((value as? [String: Any])?[key]) }

  /// Follows `blynk.values.v16`; a number picks from a list, and `count` counts one.
  func at(_ path: String) -> Look {
    path.split(separator: ".").reduce(self) { look, key in
      if key == "count", let list = look.value as? [Any] { return Look(list.count) }
      if let index = Int(key) { return index < look.list.count ? look.list[index] : Look(nil) }
      return look[String(key)]
    }
  }

  var list: [Look] { (value as? [Any] ?? []).map(Look.init) }
  var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
  var text: String? { value as? String }
  var number: Double? { isTruth ? nil : (value as? NSNumber)?.doubleValue }
  var truth: Bool? { isTruth ? value as? Bool : nil }
  var isNull: Bool { value is NSNull }

  /// `true` and `1` are both numbers to Foundation; only what they are made of tells them apart.
  private var isTruth: Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }

  var description: String {
    guard let value else { return "nothing" }
    let bytes = try? JSONSerialization.data(
      withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }
}
