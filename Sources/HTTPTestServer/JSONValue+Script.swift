extension JSONValue {
  /// A number as JavaScript prints it (ECMA-262, Number::toString): `1.0` is `1`, `3.141590` is
  /// `3.14159`, `1e21` is `1e+21`.
  package static func script(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    if let whole = Int64(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
    return (number < 0 ? "-" : "") + laidOut(digits: digits(of: abs(number)))
  }

  /// The shortest digits that read back as the same number, and where the point stands: the value
  /// is `0.DIGITS × 10^point`. Swift's own description has the same digits as JavaScript's.
  private static func digits(of number: Double) -> (digits: String, point: Int) {
    let parts = number.description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let all = whole + fraction
    let leading = all.prefix { $0 == "0" }.count
    var digits = String(all.dropFirst(leading))
    while digits.last == "0" { digits.removeLast() }
    return (digits, whole.count - leading + exponent)
  }

  private static func laidOut(digits: (digits: String, point: Int)) -> String {
    let (digits, point) = digits
    let count = digits.count
    switch point {
    case count...21 where count <= 21:
      return digits + String(repeating: "0", count: point - count)
    case 1...21:
      return digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0:
      return "0." + String(repeating: "0", count: -point) + digits
    default:
      let exponent = point - 1
      let sign = exponent < 0 ? "-" : "+"
      let fraction = count > 1 ? "." + digits.dropFirst() : ""
      return digits.prefix(1) + fraction + "e" + sign + String(abs(exponent))
    }
  }
}
