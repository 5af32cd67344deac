/// What a cloud variable holds (particle:variable-read).
package enum VariableValue: Sendable, Equatable, Decodable {
  case number(Double)
  case text(String)
  case flag(Bool)

  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  /// The value as text: whole numbers without a fraction.
  package var shown: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .number(let number): Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    }
  }
}
