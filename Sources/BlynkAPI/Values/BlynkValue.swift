/// What a datastream holds (blynk:value-types).
package enum BlynkValue: Sendable, Hashable {
  case int(Int64)
  case double(Double)
  case string(String)
  case location(longitude: Double, latitude: Double)

  /// Reads the bare value of a `get`: whether a string is quoted, and whether an integer prints as
  /// `1` or `1.0`, is not documented (blynk:get-value). Nil for an empty body.
  package init?(bare body: String) {
    if body.isEmpty { return nil }
    if body.utf8.count >= 2, body.hasPrefix("\""), body.hasSuffix("\"") {
      self = .string(String(body.dropFirst().dropLast()))
    } else {
      self = BlynkValue.number(body) ?? BlynkValue.location(body) ?? .string(body)
    }
  }

  /// The whole number it stands for, be it written `1`, `1.0` or `"1"`.
  package var integer: Int64? {
    switch self {
    case .int(let number): number
    case .double(let number): Int64(exactly: number)
    case .string(let text): BlynkValue.number(text)?.integer
    case .location: nil
    }
  }

  /// The number it stands for.
  package var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    case .string(let text): BlynkValue.number(text)?.number
    case .location: nil
    }
  }

  /// As it is written into a query; longitude first (blynk:batch-location).
  package var text: String {
    switch self {
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .location(let longitude, let latitude): "\(longitude),\(latitude)"
    }
  }

  /// Plain decimal only: Swift would also read `nan`, `0x1p3` and `infinity`.
  private static func number(_ text: String) -> BlynkValue? {
    guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) })
    else { return nil }
    if let int = Int64(text) { return .int(int) }
    guard let double = Double(text), double.isFinite else { return nil }
    return .double(double)
  }

  private static func location(_ text: String) -> BlynkValue? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { number(String($0.drop { $0 == " " })) }
    guard parts.count == 2, let longitude = parts[0]?.number, let latitude = parts[1]?.number
    else { return nil }
    return .location(longitude: longitude, latitude: latitude)
  }
}

extension BlynkValue: Decodable {
  package init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let flag = try? value.decode(Bool.self) {
      self = .int(flag ? 1 : 0)
    } else if let int = try? value.decode(Int64.self) {
      self = .int(int)
    } else if let double = try? value.decode(Double.self) {
      self = .double(double)
    } else if let pair = try? value.decode([Double].self), pair.count == 2 {
      self = .location(longitude: pair[0], latitude: pair[1])
    } else {
      self = .string(try value.decode(String.self))
    }
  }
}

extension BlynkValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .int(let number): try value.encode(number)
    case .double(let number): try value.encode(number)
    case .string(let text): try value.encode(text)
    case .location(let longitude, let latitude): try value.encode([longitude, latitude])
    }
  }
}
