/// Fills `{device_pinValue}` and its kin: names in single braces (blynk:webhook-placeholders). A
/// name without a value stays as it stands, braces and all (blynk:placeholder-unknown). Whether
/// Blynk escapes a value for JSON is not documented; it is put in raw here.
struct BlynkPlaceholders: Sendable {
  var values: [String: String]

  /// - Parameter written: how a value is put into the text.
  func fill(_ text: String, as written: (String) -> String = { $0 }) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      rest = rest[open...]
      guard let name = BlynkPlaceholders.name(at: rest), let value = values[name] else {
        out.append("{")
        rest = rest.dropFirst()
        continue
      }
      out += written(value)
      rest = rest.dropFirst(name.count + 2)
    }
    return out + rest
  }

  /// The name between a brace that opens here and the next that closes, if it is one.
  private static func name(at text: Substring) -> String? {
    guard let close = text.firstIndex(of: "}") else { return nil }
    let name = text[..<close].dropFirst()
    let isName = name.utf8.allSatisfy { letters.contains($0) }
    return isName && !name.isEmpty ? String(name) : nil
  }

  private static let letters = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_[]".utf8)
}
