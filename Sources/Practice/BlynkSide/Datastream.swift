/// A datastream of a template (blynk-cloud §9).
package struct Datastream: Sendable, Equatable, Codable {
  /// Given in order of creation, from 1.
  var id: Int
  var name: String
  var alias: String
  /// The number of its virtual pin.
  var pin: Int
  var type: DatastreamType
  var min: Double?
  var max: Double?
  var defaultValue: DatastreamValue?

  /// The text as a value of this stream: read by type, then cut to min and max. Nil when the type
  /// does not fit; nothing is stored then (blynk-cloud §3.5).
  func value(of text: String, parsing: IntegerParsing) -> DatastreamValue? {
    switch type {
    case .integer: Datastream.integer(text, parsing).map { .integer(Int32(cut(Double($0)))) }
    case .double: Datastream.double(text).map { .double(cut($0)) }
    case .string: text.utf8.count <= Datastream.stringLimitBytes ? .string(text) : nil
    }
  }

  /// A longer String is refused (blynk-cloud §6); that the answer is a type error is our choice, as
  /// the real one is not documented.
  static let stringLimitBytes = 1024

  private func cut(_ number: Double) -> Double {
    Swift.min(Swift.max(number, min ?? number), max ?? .greatestFiniteMagnitude)
  }

  private static func integer(_ text: String, _ parsing: IntegerParsing) -> Int32? {
    if let number = Int32(text) { return number }
    guard parsing == .lenient, let number = double(text), number == number.rounded() else {
      return nil
    }
    return Int32(exactly: Swift.min(Swift.max(number, Double(Int32.min)), Double(Int32.max)))
  }

  /// Decimal digits with a sign, a point, an exponent: no `nan`, no hexadecimal.
  private static func double(_ text: String) -> Double? {
    guard text.utf8.allSatisfy(numeric.contains), let number = Double(text), number.isFinite else {
      return nil
    }
    return number
  }

  private static let numeric = Set("0123456789+-.eE".utf8)
}
