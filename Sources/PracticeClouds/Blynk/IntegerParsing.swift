/// How an Integer stream reads a text. Only "a decimal is refused" is documented
/// (blynk:update-wrong-type).
package enum IntegerParsing: String, Sendable, Codable {
  /// Sign and digits within 32 bits, else a type error.
  case strict
  /// `1.0` counts as 1, and a number beyond 32 bits is cut to them.
  case lenient
}
