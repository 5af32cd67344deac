import HTTPTestServer

extension Datastream {
  /// The texts as a value of this stream: read by type, then cut to min and max. Nil when the type
  /// does not fit; nothing is stored then (blynk:update-wrong-type, blynk:update-cut).
  ///
  /// - Parameter texts: more than one only for a Location, longitude first; of more than one for
  ///   another type the first counts, which is our choice, as it is not documented.
  func value(of texts: [String], parsing: IntegerParsing) -> DatastreamValue? {
    let text = texts.first ?? ""
    switch type {
    case .integer: return Datastream.integer(text, parsing).map(cut)
    case .double: return Datastream.double(text).map { .double(cut($0)) }
    case .string: return text.utf8.count <= Datastream.stringLimitBytes ? .string(text) : nil
    case .enumerable: return option(text).map(DatastreamValue.integer)
    case .location: return Datastream.location(texts)
    }
  }

  /// One text as a value of this stream.
  func value(of text: String, parsing: IntegerParsing) -> DatastreamValue? {
    value(of: [text], parsing: parsing)
  }

  /// A value of a JSON batch: String as string, Enumerable as integer, Location as
  /// `[lon,lat]` (blynk:import-points). Nil when the type does not fit.
  func value(of json: JSONValue, parsing: IntegerParsing) -> DatastreamValue? {
    switch (type, json) {
    case (.string, .string(let text)): return value(of: text, parsing: parsing)
    case (.integer, .number), (.double, .number), (.enumerable, .number):
      return json.plain.flatMap { value(of: $0, parsing: parsing) }
    case (.location, .array(let pair)):
      return value(of: pair.compactMap(\.number).map { String($0) }, parsing: parsing)
    default: return nil
    }
  }

  /// A longer String is refused (blynk:limit-text); that the answer is a type error is our choice,
  /// as the real one is not documented.
  static let stringLimitBytes = 1024

  private func cut(_ number: Int32) -> DatastreamValue {
    .integer(Int32(clamping: Int(cut(Double(number)))))
  }

  private func cut(_ number: Double) -> Double {
    Swift.min(Swift.max(number, min ?? number), max ?? .greatestFiniteMagnitude)
  }

  /// A number outside the list becomes the fallback value (blynk:stream-fallback); that a label
  /// counts as its number, and what comes without a fallback, is not documented.
  private func option(_ text: String) -> Int32? {
    if let labelled = options.first(where: { $0.label == text }) { return labelled.value }
    guard let number = Int32(text) else { return nil }
    return options.contains { $0.value == number } ? number : fallback
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

  /// Two texts, or one with a comma: `lon,lat` (blynk:update-location, blynk:batch-location).
  private static func location(_ texts: [String]) -> DatastreamValue? {
    let parts = texts.count == 1 ? texts[0].split(separator: ",").map(String.init) : texts
    guard parts.count == 2, let longitude = double(parts[0]), let latitude = double(parts[1]) else {
      return nil
    }
    return .location(longitude: longitude, latitude: latitude)
  }

  private static let numeric = Set("0123456789+-.eE".utf8)
}

/// How an Integer stream reads a text. Only "a decimal is refused" is documented
/// (blynk:update-wrong-type).
package enum IntegerParsing: String, Sendable, Codable {
  /// Sign and digits within 32 bits, else a type error.
  case strict
  /// `1.0` counts as 1, and a number beyond 32 bits is cut to them.
  case lenient
}
