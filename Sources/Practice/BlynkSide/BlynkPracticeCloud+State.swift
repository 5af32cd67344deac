extension BlynkPracticeCloud {
  /// What the account holds, for `GET /state`. Secrets are not in it.
  func state() -> JSONValue {
    [
      "template": account.template.map(BlynkPracticeCloud.json) ?? .null,
      "device": account.device.map { device in
        ["id": .number(Double(device.id)), "name": .string(device.name), "online": false]
      } ?? .null,
      "values": .object(JSONObject(values)),
      "webhooks": .array(account.webhooks.map(BlynkPracticeCloud.json)),
      "webhook_log": .array(webhookLog.map(BlynkPracticeCloud.json)),
      "messages": .number(Double(account.messages)),
    ]
  }

  private var values: [(name: String, value: JSONValue)] {
    (account.device?.readings ?? [:]).sorted { $0.key < $1.key }.map { pin, reading in
      let entry: JSONValue = [
        "value": reading.value.json, "at": .string(PracticeTime.stamp(reading.at)),
      ]
      return (name: BlynkPin(.virtual, pin).name, value: entry)
    }
  }

  private static func json(_ template: BlynkTemplate) -> JSONValue {
    let streams = template.datastreams.map { stream -> JSONValue in
      [
        "id": .number(Double(stream.id)), "pin": .string("V\(stream.pin)"),
        "name": .string(stream.name), "type": .string(stream.type.rawValue),
      ]
    }
    return [
      "id": .string(template.id), "name": .string(template.name), "datastreams": .array(streams),
    ]
  }

  private static func json(_ webhook: BlynkWebhook) -> JSONValue {
    let headers = webhook.headers.map { header in
      (name: header.name, value: JSONValue.string(SecretMask.header(header.name, header.value)))
    }
    return [
      "name": .string(webhook.name), "device_id": webhook.deviceID.map { .string($0) } ?? .null,
      "pin": .string("V\(webhook.pin)"), "url": .string(SecretMask.target(webhook.url)),
      "method": .string(webhook.method), "content_type": .string(webhook.contentType.rawValue),
      "body": .string(webhook.body), "headers": .object(JSONObject(headers)),
      "enabled": .bool(webhook.enabled), "attempts": .number(Double(webhook.attempts)),
      "failures": .number(Double(webhook.failures)),
    ]
  }

  private static func json(_ record: BlynkWebhookRecord) -> JSONValue {
    [
      "webhook": .string(record.webhook), "at": .string(PracticeTime.stamp(record.at)),
      "result": .string(record.shown),
    ]
  }
}
