extension JSONValue {
  /// Compact JSON text, as `JSON.stringify` writes it.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// `text` in UTF-8.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .object(let object): JSONValue.write(object, to: &out)
    case .array(let array): JSONValue.write(array, to: &out)
    case .string(let string): JSONValue.write(string, to: &out)
    case .number(let number):
      // JSON has no words for these two; JSON.stringify writes null.
      out += number.isFinite ? JSONValue.script(number).utf8 : "null".utf8
    case .bool(let bool): out += bool ? "true".utf8 : "false".utf8
    case .null: out += "null".utf8
    }
  }

  private static func write(_ object: JSONObject, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      write(member.name, to: &out)
      out.append(UInt8(ascii: ":"))
      member.value.write(to: &out)
    }
    out.append(UInt8(ascii: "}"))
  }

  private static func write(_ array: [JSONValue], to out: inout [UInt8]) {
    out.append(UInt8(ascii: "["))
    for (index, value) in array.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      value.write(to: &out)
    }
    out.append(UInt8(ascii: "]"))
  }

  private static func write(_ string: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += "\\\"".utf8
      case UInt8(ascii: "\\"): out += "\\\\".utf8
      case 0x08: out += "\\b".utf8
      case 0x09: out += "\\t".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0D: out += "\\r".utf8
      case 0..<0x10: out += "\\u000\(String(byte, radix: 16))".utf8
      case 0x10..<0x20: out += "\\u00\(String(byte, radix: 16))".utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
