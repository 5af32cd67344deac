/// A length of time as a person types it: `3s`, `1.5s`, `500ms`, `2m`.
enum TimeText {
  private static let units: [(name: String, milliseconds: Double)] = [
    ("ms", 1), ("s", 1_000), ("m", 60_000),
  ]
  private static let mostMilliseconds = 86_400_000.0

  /// Nil without a unit, for nothing, and for more than a day.
  static func duration(_ text: String) -> Duration? {
    guard let unit = units.first(where: { text.hasSuffix($0.name) }) else { return nil }
    let digits = text.dropLast(unit.name.count)
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let number = Double(digits)
    else { return nil }
    let milliseconds = number * unit.milliseconds
    guard milliseconds > 0, milliseconds <= mostMilliseconds else { return nil }
    return .microseconds(Int((milliseconds * 1_000).rounded()))
  }
}
