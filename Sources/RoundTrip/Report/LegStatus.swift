/// What became of a leg.
package enum LegStatus: String, Sendable, CaseIterable, Codable {
  case pass, fail
  /// A leg before it failed.
  case skipped
  /// Nobody could judge it.
  case unknown
}
