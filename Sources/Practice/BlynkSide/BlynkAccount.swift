/// All that Blynk's practice cloud remembers: what a snapshot keeps.
package struct BlynkAccount: Sendable, Equatable, Codable {
  /// What activation gives; unknown to Blynk until then.
  let authToken: String
  /// What the blueprint, or a new template, gets.
  let templateID: String
  var template: BlynkTemplate?
  var device: BlynkDevice?
  var webhooks: [BlynkWebhook] = []
  /// Messages used this month: each request counts as one, reads and batches too (blynk-cloud §6).
  var messages = 0

  /// An account as its owner first sees it: nothing in it yet.
  package init(chance: inout PracticeChance) {
    authToken = chance.urlSafe(32)
    templateID = "TMPL" + chance.urlSafe(9)
  }

  /// "Use Blueprint", then "Activate New Device". What is there already stays.
  mutating func useBlueprint() {
    if template == nil { template = .particleDevice(id: templateID) }
    activate(named: template?.name ?? "")
  }

  /// "New device", "From template". An active device stays as it is.
  mutating func activate(named name: String) {
    if device == nil { device = BlynkDevice(id: BlynkAccount.deviceID, name: name) }
  }

  /// Device ids are plain numbers; the account has one device.
  private static let deviceID = 1
}
