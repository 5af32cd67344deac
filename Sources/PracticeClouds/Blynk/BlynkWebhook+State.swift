import HTTPTestServer

extension BlynkWebhook {
  /// As `GET /state` shows it: the fields of the console's form and its list (blynk:webhook-form,
  /// blynk:webhook-list), tokens by name.
  var json: JSONValue {
    let headers = headers.map { header in
      (name: header.name, value: JSONValue.string(SecretMask.header(header.name, header.value)))
    }
    return [
      "name": .string(name), "device_id": deviceID.map { .string($0) } ?? .null,
      "pin": .string("V\(pin)"), "url": .string(SecretMask.target(url)),
      "method": .string(method), "content_type": .string(contentType.rawValue),
      "body": .string(body), "headers": .object(JSONObject(headers)),
      "enabled": .bool(enabled), "attempts": .number(Double(attempts)),
      "failures": .number(Double(failures)), "id": .number(Double(id)),
      "trigger": .string(trigger.rawValue),
      "last_triggered": lastTriggered.map { .string(PracticeTime.stamp($0)) } ?? .null,
      "failures_limit": .number(Double(failuresLimit)),
    ]
  }
}
