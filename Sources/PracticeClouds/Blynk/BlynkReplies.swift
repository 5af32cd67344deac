import HTTPTestServer

/// The shapes of the device API's answers. Content types are not documented; these are the old
/// server's (blynk:content-types).
enum BlynkReplies {
  /// A bare value, or an object, written already.
  static func value(_ text: String) -> PracticeReply {
    .text(200, text, contentType: contentType)
  }

  /// `{"error":{"message":"…"}}`, nearly always 400 (blynk:error-envelope).
  static func refused(_ refusal: BlynkRefusal) -> PracticeReply {
    error(refusal.status, refusal.message)
  }

  /// The same envelope, as the Platform API has it too (blynk:platform-errors).
  static func error(_ status: Int, _ message: String) -> PracticeReply {
    .json(status, ["error": ["message": .string(message)]], contentType: contentType)
  }

  /// An object or a list.
  static func json(_ status: Int, _ value: JSONValue) -> PracticeReply {
    .json(status, value, contentType: contentType)
  }

  /// An object of values, in the order given. Doubles keep their point, as Java prints them.
  static func object(_ members: [(name: String, value: DatastreamValue)]) -> PracticeReply {
    let texts = members.map { "\(JSONValue.string($0.name).text):\(json($0.value))" }
    return value("{\(texts.joined(separator: ","))}")
  }

  private static func json(_ value: DatastreamValue) -> String {
    if case .string(let text) = value { JSONValue.string(text).text } else { value.printed }
  }

  private static let contentType = "application/json;charset=utf-8"
}
