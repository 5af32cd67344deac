/// Any JSON, for the places where the cloud's type is not sure: a flag sent as text, a number as a
/// string.
package enum LooseJSON: Sendable, Equatable, Decodable {
  case null
  case flag(Bool)
  case number(Double)
  case string(String)
  case list([LooseJSON])
  case object([String: LooseJSON])

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let list = try? value.decode([LooseJSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: LooseJSON].self))
    }
  }

  /// Scalars as text; nil for null, lists and objects.
  package var text: String? {
    switch self {
    case .string(let text): text
    case .flag(let flag): "\(flag)"
    case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    case .null, .list, .object: nil
    }
  }

  /// A flag, be it written as `true` or as `"true"`.
  package var flag: Bool? {
    switch self {
    case .flag(let flag): flag
    case .string(let text): Bool(text.lowercased())
    case .null, .number, .list, .object: nil
    }
  }

  /// Nil for anything but an object.
  package var object: [String: LooseJSON]? {
    if case .object(let members) = self { members } else { nil }
  }
  /// Nil for anything but a list.
  package var list: [LooseJSON]? { if case .list(let members) = self { members } else { nil } }
}
