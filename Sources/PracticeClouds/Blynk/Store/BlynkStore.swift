#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that Blynk's practice cloud holds: read as one value, changed by the methods below and by
/// nothing else. The cloud lends it to one request at a time, so that nobody comes between what a
/// request reads and what it writes.
struct BlynkStore: Sendable {
  /// What a snapshot keeps.
  private(set) var account: BlynkAccount
  private let context: BlynkContext
  /// From what new tokens are made.
  private var chance: PracticeChance
  private var dispatcher: BlynkWebhookDispatcher
  /// By the device's id.
  private var requestQuotas: [Int: CallQuota] = [:]
  private var hasChanged = false

  init(account: BlynkAccount, chance: PracticeChance, context: BlynkContext) {
    self.account = account
    self.chance = chance
    self.context = context
    dispatcher = BlynkWebhookDispatcher(context)
  }

  var settings: BlynkPracticeSettings { context.settings }

  /// What became of the webhooks' calls, newest last.
  var webhookLog: [BlynkWebhookRecord] { dispatcher.log }

  /// Puts an account back as it was.
  mutating func restore(_ account: BlynkAccount) {
    self.account = account
    requestQuotas = [:]
    dispatcher = BlynkWebhookDispatcher(context)
  }

  /// Whether the account's structure was changed since this was last asked: templates, devices,
  /// webhooks, clients; not values.
  mutating func takeChange() -> Bool {
    defer { hasChanged = false }
    return hasChanged
  }
}

/// Devices and their values.
extension BlynkStore {
  /// The template of a device as it is, or as a fault makes it.
  func template(of device: BlynkDevice) -> BlynkTemplate {
    let template =
      account.template(device.templateID)
      ?? BlynkTemplate(id: device.templateID, name: "", datastreams: [])
    return template.spoiled(by: context.faults)
  }

  /// "Use Blueprint", then "Activate New Device". What is there already stays.
  mutating func useBlueprint() {
    account.useBlueprint(at: context.time.now())
    hasChanged = true
  }

  /// The first device gets the account's AuthToken, each other a token of its own.
  mutating func addDevice(named name: String, template: String) -> BlynkDevice {
    let token = account.devices.isEmpty ? account.authToken : chance.urlSafe(32)
    hasChanged = true
    return account.activate(
      named: name, token: token, template: template, at: context.time.now())
  }

  mutating func removeDevice(at place: Int) {
    account.devices.remove(at: place)
    hasChanged = true
  }

  /// Changes what a device holds.
  mutating func updateDevice(at place: Int, _ change: (inout BlynkDevice) -> Void) {
    change(&account.devices[place])
  }

  /// Stores with one time for all (blynk:batch-update), then fires the streams' webhooks. That a
  /// value written again fires again, and a cut value as cut, is not documented
  /// (blynk:webhook-repeats).
  mutating func write(_ writes: [DatastreamWrite], toDeviceAt place: Int, firing: Bool) {
    let now = context.time.now()
    for write in writes {
      let reading = BlynkReading(value: write.value, at: now)
      account.devices[place].readings[write.stream.pin] = reading
    }
    for write in writes where firing {
      dispatcher.fire(write, account.devices[place], in: &account, at: now)
    }
  }

  /// One more message of this month (blynk:limit-messages).
  mutating func countMessage() { account.messages += 1 }

  /// Whether a device may ask once more in this second; if so, it counts.
  mutating func mayAsk(_ device: BlynkDevice) -> Bool {
    guard let limit = settings.requestsPerSecond else { return true }
    let full = CallQuota(limit: limit, seconds: 1)
    return requestQuotas[device.id, default: full].take(at: context.time.now())
  }
}

/// Templates.
extension BlynkStore {
  /// The account's first template: if it is there it keeps its streams and takes the name.
  mutating func makeFirstTemplate(named name: String) {
    if account.template == nil {
      account.template = BlynkTemplate(id: account.templateID, name: name, datastreams: [])
    }
    account.template?.name = name
    hasChanged = true
  }

  /// One more template, with an id of its own.
  mutating func addTemplate(named name: String) -> BlynkTemplate {
    let id = account.templates.isEmpty ? account.templateID : "TMPL" + chance.urlSafe(9)
    let number = (account.templates.map(\.number).max() ?? 0) + 1
    let template = BlynkTemplate(id: id, number: number, name: name, datastreams: [])
    account.templates.append(template)
    hasChanged = true
    return template
  }

  mutating func updateTemplate(at place: Int, _ change: (inout BlynkTemplate) -> Void) {
    change(&account.templates[place])
    hasChanged = true
  }

  mutating func removeTemplate(at place: Int) {
    account.templates.remove(at: place)
    hasChanged = true
  }
}

/// Webhooks and their calls.
extension BlynkStore {
  mutating func addWebhook(_ webhook: BlynkWebhook) {
    account.lastWebhookID += 1
    var made = webhook
    made.id = account.lastWebhookID
    made.createdAt = context.time.now()
    account.webhooks.append(made)
    hasChanged = true
  }

  /// The webhook keeps its id, and when it was made.
  mutating func replaceWebhook(at place: Int, with webhook: BlynkWebhook) {
    var saved = webhook
    saved.id = account.webhooks[place].id
    saved.createdAt = account.webhooks[place].createdAt
    account.webhooks[place] = saved
    hasChanged = true
  }

  mutating func removeWebhooks(where isUnwanted: (BlynkWebhook) -> Bool) {
    account.webhooks.removeAll(where: isUnwanted)
    hasChanged = true
  }

  /// A test run's call; nil when there is no webhook of that name.
  mutating func testWebhook(named name: String) -> BlynkWebhookCall? {
    dispatcher.test(name, in: &account)
  }

  /// The calls that writes have set off, in order; from now on they are the caller's to make.
  mutating func takeDueCalls() -> [BlynkWebhookCall] { dispatcher.takeDue() }

  /// Keeps what became of a webhook's call.
  mutating func finish(callOf webhook: String, _ outcome: BlynkWebhookRecord.Outcome) {
    dispatcher.finish(webhook, outcome, in: &account)
  }
}

/// What may ask for the Platform API.
extension BlynkStore {
  mutating func addClient() -> BlynkOAuthClient {
    let client = BlynkOAuthClient(
      id: "oa2-client-id_" + chance.urlSafe(24), secret: chance.urlSafe(40))
    account.clients.append(client)
    hasChanged = true
    return client
  }

  /// A new token. What has run out goes, and the oldest where there are too many.
  mutating func addGrant() -> BlynkGrant {
    let now = context.time.now()
    let grant = BlynkGrant(
      token: chance.urlSafe(40), refreshToken: chance.urlSafe(40),
      expires: now.addingTimeInterval(Double(settings.grantLifetimeSeconds)))
    account.grants.removeAll { $0.expires <= now && $0.refreshToken == nil }
    account.grants = account.grants.suffix(BlynkStore.grantLimit - 1) + [grant]
    return grant
  }

  /// More grants than these are not kept.
  private static let grantLimit = 100

  /// Uses a refresh token up; false when it is not known, or was used.
  mutating func useUp(refreshToken: String) -> Bool {
    guard let index = account.grants.firstIndex(where: { $0.refreshToken == refreshToken })
    else { return false }
    account.grants[index].refreshToken = nil
    return true
  }

  /// Whether the token of an `Authorization` header is known, and has not run out.
  func admits(authorization header: String) -> Bool {
    let now = context.time.now()
    return account.grants.contains { "Bearer \($0.token)" == header && $0.expires > now }
  }
}
