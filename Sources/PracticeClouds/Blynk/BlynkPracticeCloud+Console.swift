/// What a person does in Blynk's console and app.
extension BlynkPracticeCloud {
  /// "Use Blueprint" and "Activate New Device": the template, its five streams and its dashboards,
  /// and a device whose AuthToken is known from now on (blynk:guide-blueprint).
  package func useBlueprint() async {
    account.useBlueprint(at: time.now())
    await onChange()
  }

  /// "New Device" from the template (blynk:guide-new-device). The first gets the account's
  /// AuthToken, each other a token of its own. A device of that name is not made twice.
  ///
  /// - Parameter name: nil is the first device, named as the template.
  /// - Returns: the device.
  func activate(
    named name: String?, template id: String? = nil
  ) async throws(BlynkConsoleRefusal) -> BlynkDevice {
    guard let template = id.map(account.template) ?? account.template else { throw .noTemplate }
    if let device = account.devices.first(where: { name == nil || $0.name == name }) {
      return device
    }
    guard account.devices.count < settings.plan.devices else {
      throw .limit("devices", settings.plan.devices)
    }
    let token = account.devices.isEmpty ? account.authToken : chance.urlSafe(32)
    account.activate(
      named: name ?? template.name, token: token, template: template.id, at: time.now())
    await onChange()
    guard let device = account.devices.last else { throw .noDevice }
    return device
  }

  /// "Create Webhook", or "Save Webhook" when one of that name is there.
  func save(_ webhook: BlynkWebhook) async throws(BlynkConsoleRefusal) {
    try webhook.check()
    guard let device = device(of: webhook) else { throw .noDevice }
    _ = try console(webhook.pin, of: device)
    if let index = place(of: webhook) {
      var saved = webhook
      saved.id = account.webhooks[index].id
      saved.createdAt = account.webhooks[index].createdAt
      account.webhooks[index] = saved
    } else {
      try add(webhook)
    }
    await onChange()
  }

  /// "Delete".
  ///
  /// - Parameter name: nil takes all of them away.
  func deleteWebhook(named name: String?) async throws(BlynkConsoleRefusal) {
    if let name, !account.webhooks.contains(where: { $0.name == name }) { throw .noWebhook(name) }
    account.webhooks.removeAll { name == nil || $0.name == name }
    await onChange()
  }

  /// A widget's action in dashboard or app: fires webhooks whatever the setting
  /// (blynk:webhook-by-widget).
  ///
  /// - Parameter name: a device's id or name; nil is the first.
  /// - Returns: the value as stored.
  func flip(
    _ text: String, pin: Int, device name: String? = nil
  ) throws(BlynkConsoleRefusal) -> String {
    let index = try place(ofDevice: name)
    let stream = try console(pin, of: account.devices[index])
    guard let value = stream.value(of: text, parsing: settings.integerParsing) else {
      throw .valueRefused(text, stream: stream.name, type: stream.type)
    }
    store([Write(stream: stream, value: value)], index, firing: true)
    return value.printed
  }

  /// Puts an account back as it was.
  func restore(_ account: BlynkAccount) {
    self.account = account
    (quotas, usedUpSince) = ([:], nil)
    requests = [:]
    webhookLog = []
  }

  private func add(_ webhook: BlynkWebhook) throws(BlynkConsoleRefusal) {
    guard account.webhooks.count < settings.webhookLimit else {
      throw .webhookLimit(settings.webhookLimit)
    }
    account.lastWebhookID += 1
    var made = webhook
    made.id = account.lastWebhookID
    made.createdAt = time.now()
    account.webhooks.append(made)
  }

  /// Where the webhook of that id or name stands: that of its own device, if there are several.
  /// Where the plan has no room for another it takes the place of its namesake.
  private func place(of webhook: BlynkWebhook) -> Int? {
    if webhook.id != 0 { return account.webhooks.firstIndex { $0.id == webhook.id } }
    let device = device(of: webhook)?.id
    let named = account.webhooks.indices.filter { account.webhooks[$0].name == webhook.name }
    if let same = named.first(where: { self.device(of: account.webhooks[$0])?.id == device }) {
      return same
    }
    return account.webhooks.count < settings.webhookLimit ? nil : named.first
  }

  private func place(ofDevice name: String?) throws(BlynkConsoleRefusal) -> Int {
    guard !account.devices.isEmpty else { throw .noDevice }
    guard let name else { return 0 }
    guard let index = account.devices.firstIndex(where: { $0.name == name || "\($0.id)" == name })
    else { throw .noSuchDevice(name) }
    return index
  }

  private func console(_ pin: Int, of device: BlynkDevice) throws(BlynkConsoleRefusal) -> Datastream
  {
    guard let stream = template(of: device).stream(on: BlynkPin(.virtual, pin)) else {
      throw .noDatastream(pin: "V\(pin)")
    }
    return stream
  }
}
