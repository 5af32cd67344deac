import HTTP

/// The four shapes of an error body (particle:error-shapes, particle:error-order), read in the
/// order the CLI reads them.
struct ErrorBody: Sendable, Equatable {
  /// The `error` member, which is a code (`invalid_token`) or a text.
  var code: String?
  /// The text to show.
  var text: String
  /// What stands beside a code for people.
  var info: String?
  /// The compiler's or make's words, of a failed build.
  var output: String?
  var errors: [String]

  /// Nil when the body is not an error in any of the shapes; `ok:false` is one at any status.
  init?(_ body: [UInt8], failed: Bool) {
    guard let members = (try? Reply.json(LooseJSON.self, from: body))?.object else { return nil }
    guard failed || members["ok"]?.flag == false else { return nil }
    code = members["error"]?.text
    output = members["output"]?.text
    info = members["info"]?.text
    errors = (members["errors"]?.list ?? []).compactMap(ErrorBody.text)
    let texts = [
      members["error_description"]?.text, code, errors.first, info, output,
    ]
    guard let text = texts.lazy.compactMap({ $0 }).first(where: { !$0.isEmpty }) else { return nil }
    self.text = text
  }

  /// A member of `errors`: a text, `{"error":…}`, `{"status":…}`, or `["…",404]`.
  private static func text(_ member: LooseJSON) -> String? {
    if let members = member.object { return members["status"]?.text ?? members["error"]?.text }
    if let list = member.list { return list.first?.text }
    return member.text
  }

  /// Whether a 403 for a device is for another reason than the device: the one that is documented
  /// for a device has words of its own (particle:device-unknown), or none.
  var isOfAccount: Bool {
    info?.contains("recognize that device") != true && !text.isEmpty
      && !["permission denied", "forbidden"].contains(text.lowercased())
  }

  /// Whether it says that the device did not answer: three spellings are on record
  /// (particle:times-out-texts).
  var saysTimedOut: Bool { text.lowercased().contains("timed out") }
}
