/// JSON that keeps the order of its keys.
package indirect enum JSONLine {
  case text(String?)
  case raw(String)
  case list([JSONLine])
  case object([(key: String, value: JSONLine)])

  /// A whole number, or `null`.
  package static func number(_ number: Int?) -> JSONLine { .raw(number.map { "\($0)" } ?? "null") }

  /// A finite number; JSON has no other.
  package static func number(_ number: Double?) -> JSONLine {
    guard let number, number.isFinite else { return .raw("null") }
    return .raw(Int(exactly: number).map { "\($0)" } ?? "\(number)")
  }

  /// The JSON, on one line.
  package var written: String {
    switch self {
    case .text(let text): text.map(JSONLine.quoted) ?? "null"
    case .raw(let raw): raw
    case .list(let items): "[" + items.map(\.written).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { JSONLine.quoted($0.key) + ":" + $0.value.written }
        .joined(separator: ",") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
