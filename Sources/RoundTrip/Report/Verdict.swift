/// How a round trip ended.
package enum Verdict: String, Sendable, CaseIterable, Codable {
  case pass, fail
  /// The question could not be asked to its end: network, cloud, rate limit, or interrupted.
  case inconclusive
}
