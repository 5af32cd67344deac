import HTTPTestServer

extension StoredIntegration {
  /// As an item of the list.
  var listJSON: JSONValue { .object(item) }

  /// As a single one is shown, with what it did lately.
  func json(_ record: HookRecord) -> JSONValue {
    var object = item
    for member in definition.object?.members ?? [] { object[member.name] = member.value }
    object["noDefaults"] = .bool(noDefaults)
    object["rejectUnauthorized"] = object["rejectUnauthorized"] ?? true
    object["logs"] = record.logs
    object["errors"] = .array(record.errors)
    object["counters"] = record.counters
    return .object(object)
  }

  /// As the admin port shows it: tokens by their names.
  func state(_ record: HookRecord) -> JSONValue {
    [
      "id": .string(id), "definition": SecretMask.definition(definition),
      "sent": .number(Double(record.successCount)), "errors": .number(Double(record.errorCount)),
    ]
  }

  private var item: JSONObject {
    var object = JSONObject([
      ("id", .string(id)), ("event", .string(event)),
      ("created_at", .string(PracticeTime.stamp(createdAt))),
      ("integration_type", definition["integration_type"] ?? "Webhook"),
      ("url", .string(url)), ("requestType", .string(requestType)), ("name", .string(name)),
    ])
    object["deviceID"] = deviceID.map(JSONValue.string)
    if isDisabled { object["disabled"] = true }
    return object
  }
}
