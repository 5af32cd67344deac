import HTTPTestServer

/// The shapes of Blynk's answers. Content types are not documented; these are the old server's
/// (blynk:content-types).
enum BlynkReplies {
  /// A bare value, or an object, written already.
  static func value(_ text: String) -> PracticeReply {
    .text(200, text, contentType: contentType)
  }

  /// `{"error":{"message":"…"}}` (blynk:error-envelope), as the Platform API has it too
  /// (blynk:platform-errors).
  static func error(_ status: Int, _ message: String) -> PracticeReply {
    .json(status, ["error": ["message": .string(message)]], contentType: contentType)
  }

  /// What other methods get is not documented (blynk:method-other).
  static func wrongMethod(allowed: [String]) -> PracticeReply {
    .whole(status: 405, headers: [("Allow", allowed.joined(separator: ", "))], body: [])
  }

  /// What answers in place of either API while a fault says so.
  static func fault(_ context: BlynkContext) -> PracticeReply? {
    let (faults, settings) = (context.faults, context.settings)
    if faults.isOn(.cloudError) { return .empty(settings.cloudErrorStatus) }
    if faults.isOn(.rateLimited) { return .empty(settings.rateLimitStatus) }
    guard faults.isOn(.cloudRefused) else { return nil }
    return error(
      settings.refusedStatus, "This account is barred (made up by the practice cloud).")
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
