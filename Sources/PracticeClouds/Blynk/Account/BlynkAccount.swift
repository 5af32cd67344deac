#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that Blynk's practice cloud remembers: what a snapshot keeps.
package struct BlynkAccount: Sendable, Equatable, Codable {
  /// What the first activation gives; unknown to Blynk until then.
  let authToken: String
  /// What the blueprint, or the first new template, gets.
  let templateID: String
  var templates: [BlynkTemplate] = []
  var devices: [BlynkDevice] = []
  var webhooks: [BlynkWebhook] = []
  /// Messages used this month: each request counts as one, reads and batches too
  /// (blynk:limit-messages).
  var messages = 0
  /// What may ask for tokens of the Platform API (blynk:platform-token).
  var clients: [BlynkOAuthClient] = []
  var grants: [BlynkGrant] = []
  /// Ids that were given, so that none is given twice.
  var lastDeviceID = 0
  var lastWebhookID = 0

  /// An account as its owner first sees it: nothing in it yet.
  package init(chance: inout PracticeChance) {
    authToken = chance.urlSafe(32)
    templateID = "TMPL" + chance.urlSafe(9)
  }

  /// The template that the guide is about: the first one.
  var template: BlynkTemplate? {
    get { templates.first }
    set {
      if !templates.isEmpty { templates.removeFirst() }
      if let newValue { templates.insert(newValue, at: 0) }
    }
  }

  /// The device that the guide is about: the first one.
  var device: BlynkDevice? { devices.first }

  /// "Use Blueprint", then "Activate New Device". What is there already stays.
  mutating func useBlueprint(at now: Date) {
    if template == nil { template = .particleDevice(id: templateID) }
    if devices.isEmpty { activate(named: template?.name ?? "", token: authToken, at: now) }
  }

  /// "New device", "From template": of the first one, unless another is named.
  @discardableResult
  mutating func activate(
    named name: String, token: String, template: String? = nil, at now: Date
  ) -> BlynkDevice {
    lastDeviceID += 1
    let device = BlynkDevice(
      id: lastDeviceID, name: name, token: token, templateID: template ?? templateID,
      createdAt: now)
    devices.append(device)
    return device
  }

  /// The place of the device that a token is of.
  func deviceIndex(token: String?) -> Int? { devices.firstIndex { $0.token == token } }

  /// The template of that `TMPL…`.
  func template(_ id: String) -> BlynkTemplate? { templates.first { $0.id == id } }

  /// The device that the DEVICE field of a webhook's form names.
  func device(of webhook: BlynkWebhook) -> BlynkDevice? {
    let named = devices.first { device in
      webhook.deviceID == String(device.id) || webhook.deviceID == device.name
    }
    return named ?? devices.first
  }

  /// What the organization is called.
  static let organization = "Practice"
}
