import HTTPTestServer

/// What `GET /state` tells of Blynk's practice cloud. Secrets are not in it.
enum BlynkAccountReport {
  static func json(_ cloud: BlynkOverview) -> JSONValue {
    let account = cloud.account
    let devices = account.devices.map(json)
    return [
      "template": account.template.map(json) ?? .null,
      "device": devices.first ?? .null,
      "values": account.device.map { .object(values($0)) } ?? [:],
      "webhooks": .array(account.webhooks.map(json)),
      "webhook_log": .array(cloud.webhookLog.map(json)),
      "messages": .number(Double(account.messages)),
      "templates": .array(account.templates.map(json)),
      "devices": .array(devices),
      "regions": .object(
        JSONObject(
          cloud.regionPorts.sorted { $0.key < $1.key }.map { name, port in
            (name: name, value: .string("http://127.0.0.1:\(port)"))
          })),
    ]
  }

  private static func values(_ device: BlynkDevice) -> JSONObject {
    JSONObject(
      device.readings.sorted { $0.key < $1.key }.map { pin, reading in
        let entry: JSONValue = [
          "value": reading.value.json, "at": .string(PracticeTime.stamp(reading.at)),
        ]
        return (name: BlynkPin(.virtual, pin).name, value: entry)
      })
  }

  private static func json(_ device: BlynkDevice) -> JSONValue {
    let events = device.events.map { event -> JSONValue in
      [
        "code": .string(event.code), "description": .string(event.description),
        "at": .string(PracticeTime.stamp(event.at)),
      ]
    }
    return [
      "id": .number(Double(device.id)), "name": .string(device.name), "online": false,
      "template_id": .string(device.templateID), "values": .object(values(device)),
      "properties": .object(properties(device)), "events": .array(events),
    ]
  }

  private static func properties(_ device: BlynkDevice) -> JSONObject {
    JSONObject(
      device.properties.sorted { $0.key < $1.key }.map { pin, properties in
        let members = properties.sorted { $0.key < $1.key }.map { name, value in
          (name: name, value: JSONValue.string(value))
        }
        return (name: BlynkPin(.virtual, pin).name, value: .object(JSONObject(members)))
      })
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
      "web_dashboard": .array(template.webDashboard.map(json)),
      "app_dashboard": .array(template.appDashboard.map(json)),
    ]
  }

  private static func json(_ widget: BlynkWidget) -> JSONValue {
    [
      "widget": .string(widget.kind), "title": .string(widget.title),
      "pins": .array(widget.pins.map { .string("V\($0)") }),
    ]
  }

  private static func json(_ record: BlynkWebhookRecord) -> JSONValue {
    [
      "webhook": .string(record.webhook), "at": .string(PracticeTime.stamp(record.at)),
      "result": .string(record.shown),
    ]
  }
  /// The fields of the console's form and its list (blynk:webhook-form, blynk:webhook-list), tokens
  /// by name.
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
      "failures": .number(Double(webhook.failures)), "id": .number(Double(webhook.id)),
      "trigger": .string(webhook.trigger.rawValue),
      "last_triggered": webhook.lastTriggered.map { .string(PracticeTime.stamp($0)) } ?? .null,
      "failures_limit": .number(Double(webhook.failuresLimit)),
    ]
  }
}

extension BlynkPracticeCloud {
  /// For `GET /state`.
  func state() -> JSONValue { BlynkAccountReport.json(overview) }
}
