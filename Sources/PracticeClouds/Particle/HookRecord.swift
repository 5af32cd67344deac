import HTTPTestServer

/// What an integration did lately, as `GET /v1/integrations/:id` shows it. The shape of an entry is
/// not documented (particle:hook-shown).
struct HookRecord: Sendable {
  private(set) var successes: [JSONValue] = []
  private(set) var errors: [JSONValue] = []
  private(set) var successCount = 0
  private(set) var errorCount = 0

  /// - Parameter error: the text of the hook's error event; nil for a success.
  mutating func note(
    _ event: PublishedEvent, error: String?, reply: [UInt8], at stamp: String, limit: Int
  ) {
    var entry: JSONValue = [
      "event": .string(event.name), "coreid": .string(event.coreID), "time": .string(stamp),
      "response": .string(String(decoding: reply, as: UTF8.self)),
    ]
    if let error {
      entry = .object(
        JSONObject(
          (entry.object?.members ?? []).map { ($0.name, $0.value) }
            + [("error", .string(error))]))
      errorCount += 1
      errors = Array(([entry] + errors).prefix(limit))
    } else {
      successCount += 1
      successes = Array(([entry] + successes).prefix(limit))
    }
  }

  /// The newest first.
  var logs: JSONValue { .array(successes) }
  var counters: JSONValue {
    [["success": .number(Double(successCount)), "error": .number(Double(errorCount))]]
  }
}
