import HTTP

/// How the test of an integration went (particle:hook-test).
package struct IntegrationTest: Sendable, Equatable, Decodable {
  /// Whether the target took what was sent, by the cloud's own `pass`.
  package var passed: Bool
  /// Why it did not, in the cloud's words; raw, so scrub it before showing.
  package var reason: String?

  /// A result of these parts; the cloud's is read from its JSON.
  package init(passed: Bool, reason: String? = nil) {
    self.passed = passed
    self.reason = reason
  }

  private enum CodingKeys: String, CodingKey { case pass, error, data }

  /// Under which key the error text comes is not documented: `error` is looked at, then `data`.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let passed = try fields.decode(Bool.self, forKey: .pass)
    self.init(passed: passed, reason: passed ? nil : fields.text(.error) ?? fields.text(.data))
  }
}
