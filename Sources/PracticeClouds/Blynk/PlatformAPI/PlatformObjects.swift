import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The objects of the Platform API, with the members that are documented (blynk:platform-templates,
/// blynk:platform-datastreams, blynk:platform-devices, blynk:platform-webhooks).
enum PlatformObjects {
  /// The organization and its owner are the only ones.
  static let organizationID = 1
  static let ownerID = 1

  static func organization() -> JSONValue {
    [
      "id": .number(Double(organizationID)), "name": .string(BlynkAccount.organization),
    ]
  }

  static func template(_ template: BlynkTemplate) -> JSONValue {
    [
      "id": .number(Double(template.number)), "templateIds": [.string(template.id)],
      "parentId": .null, "orgId": .number(Double(organizationID)),
      "name": .string(template.name), "boardType": "Particle", "connectionType": "GSM",
      "description": "",
    ]
  }

  /// The keys of min and max are not documented to us.
  static func datastream(_ stream: Datastream) -> JSONValue {
    [
      "id": .number(Double(stream.id)), "label": .string(stream.name),
      "alias": .string(stream.alias), "units": stream.units.map { .string($0) } ?? .null,
      "type": .string(stream.type.platformName),
      "defaultValue": stream.defaultValue?.json ?? .null, "pin": .number(Double(stream.pin)),
      "pinType": "VIRTUAL", "isRaw": .bool(stream.isRaw),
      "min": stream.min.map { .number($0) } ?? .null,
      "max": stream.max.map { .number($0) } ?? .null,
    ]
  }

  static func metaField(_ field: BlynkMetaField, value: String? = nil) -> JSONValue {
    [
      "id": .number(Double(field.id)), "name": .string(field.name),
      "type": .string(field.kind.rawValue), "value": .string(value ?? field.value),
    ]
  }

  static func event(_ event: BlynkEventType) -> JSONValue {
    ["code": .string(event.code), "name": .string(event.name)]
  }

  static func device(_ device: BlynkDevice, _ template: BlynkTemplate?) -> JSONValue {
    [
      "id": .number(Double(device.id)), "name": .string(device.name),
      "orgId": .number(Double(organizationID)), "token": .string(device.token),
      "templateId": .number(Double(template?.number ?? 0)),
      "lifecycleStatus": ["name": "Offline"],
      "dataStreamValues": .array(values(of: device, template?.datastreams ?? [])),
      "metaFieldValues": .array(
        (template?.metaFields ?? []).map { metaField($0, value: device.metadata[$0.id]) }),
    ]
  }

  private static func values(of device: BlynkDevice, _ streams: [Datastream]) -> [JSONValue] {
    streams.compactMap { stream in
      device.readings[stream.pin].map { reading in
        [
          "dataStreamId": .number(Double(stream.id)), "pin": .number(Double(stream.pin)),
          "dataStreamLabel": .string(stream.name), "dataStreamAlias": .string(stream.alias),
          "value": reading.value.json,
          "updatedAt": .number((reading.at.timeIntervalSince1970 * 1000).rounded()),
        ]
      }
    }
  }

  /// `dataTrigger`, and the list of headers, are not documented to us: these are our names.
  static func webhook(_ webhook: BlynkWebhook) -> JSONValue {
    let headers = webhook.headers.map { header -> JSONValue in
      ["name": .string(header.name), "value": .string(header.value)]
    }
    return [
      "id": .number(Double(webhook.id)), "name": .string(webhook.name),
      "trigger": .string(webhook.trigger.rawValue),
      "dataTrigger": [
        "deviceId": webhook.deviceID.map { .string($0) } ?? .null,
        "pin": .number(Double(webhook.pin)),
      ],
      "url": .string(webhook.url), "method": .string(webhook.method),
      "contentType": .string(webhook.contentType.rawValue),
      "authType": .string(webhook.authorization.platformName), "body": .string(webhook.body),
      "headers": .array(headers), "enabled": .bool(webhook.enabled),
    ]
  }
}

extension BlynkWebhook.Authorization {
  /// As the Platform API has it.
  var platformName: String {
    switch self {
    case .none: "NONE"
    case .basic: "BASIC"
    case .oauth2: "OAUTH2"
    }
  }
}
