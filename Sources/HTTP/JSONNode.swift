/// JSON as it stands: members in their order, numbers as they were written.
///
/// Foundation's decoder wants a type for everything, and takes seconds for a long recording.
package indirect enum JSONNode: Sendable, Equatable {
  case null
  case flag(Bool)
  /// As it was written.
  case number(String)
  case string(String)
  case list([JSONNode])
  case object([Member])

  /// One member of an object.
  package struct Member: Sendable, Equatable {
    /// Unescaped; an object may have several of one name.
    package var name: String
    /// Any JSON; an explicit `null` is a value too.
    package var value: JSONNode

    /// A member as it is to be written.
    package init(_ name: String, _ value: JSONNode) {
      self.name = name
      self.value = value
    }
  }

  /// The first member of that name.
  package subscript(name: String) -> JSONNode? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// Nil for anything but a string: a number is not told as text.
  package var text: String? { if case .string(let text) = self { text } else { nil } }
  /// Empty for anything but a list.
  package var list: [JSONNode] { if case .list(let nodes) = self { nodes } else { [] } }
  /// Empty for anything but an object; in their order.
  package var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// Nil for anything but a number, and for one too large for a double.
  package var double: Double? {
    if case .number(let digits) = self, let value = Double(digits), value.isFinite {
      value
    } else {
      nil
    }
  }

  /// The whole part of a number, where it fits.
  package var integer: Int? { double.flatMap { Int(exactly: $0.rounded(.towardZero)) } }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A string, so that JSON can be written as a literal.
  package init(stringLiteral text: String) { self = .string(text) }
  /// A number, written in its digits.
  package init(integerLiteral number: Int) { self = .number("\(number)") }
  /// A list of these.
  package init(arrayLiteral nodes: JSONNode...) { self = .list(nodes) }
  /// An object that keeps the order of the literal.
  package init(dictionaryLiteral members: (String, JSONNode)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

extension JSONNode {
  /// As JSON on one line.
  package var line: String {
    var out: [UInt8] = []
    write(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Adds the JSON to bytes.
  package func write(to out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .flag(let flag): out += (flag ? "true" : "false").utf8
    case .number(let digits): out += digits.utf8
    case .string(let text): JSONNode.write(text, to: &out)
    case .list(let nodes):
      out.append(UInt8(ascii: "["))
      for (index, node) in nodes.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        node.write(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        JSONNode.write(member.name, to: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        out += "\\u".utf8
        out += repeatElement(UInt8(ascii: "0"), count: 4 - digits.count)
        out += digits.utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
