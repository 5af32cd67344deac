/// What a person does in Blynk's console and app.
extension BlynkPracticeCloud {
  /// "Use Blueprint" and "Activate New Device": the template, its five streams, and a device whose
  /// AuthToken is known from now on (blynk-cloud §13.A).
  package func useBlueprint() async {
    account.useBlueprint()
    await onChange()
  }

  /// "New Template" (blynk-cloud §13.B). One that is there keeps its streams and takes the name.
  func makeTemplate(named name: String) async {
    if account.template == nil {
      account.template = BlynkTemplate(id: account.templateID, name: name, datastreams: [])
    }
    account.template?.name = name
    await onChange()
  }

  /// "New Datastream", for each; ids follow the order of creation (blynk-cloud §3.2).
  func add(_ streams: [Datastream]) async throws(BlynkConsoleRefusal) {
    guard var template = account.template else { throw .noTemplate }
    for var stream in streams {
      let pin = BlynkPin(.virtual, stream.pin)
      guard template.stream(on: pin) == nil else { throw .pinTaken(pin.name) }
      stream.id = (template.datastreams.map(\.id).max() ?? 0) + 1
      template.datastreams.append(stream)
    }
    account.template = template
    await onChange()
  }

  /// "New Device" from the template (blynk-cloud §13.B5).
  func activate(named name: String?) async throws(BlynkConsoleRefusal) {
    guard let template = account.template else { throw .noTemplate }
    account.activate(named: name ?? template.name)
    await onChange()
  }

  /// "Create Webhook", or "Save Webhook" when one of that name is there.
  func save(_ webhook: BlynkWebhook) async throws(BlynkConsoleRefusal) {
    try webhook.check()
    guard account.device != nil else { throw BlynkConsoleRefusal.noDevice }
    _ = try console(webhook.pin)
    if let index = account.webhooks.firstIndex(where: { $0.name == webhook.name }) {
      account.webhooks[index] = webhook
    } else if account.webhooks.count < settings.webhookLimit {
      account.webhooks.append(webhook)
    } else {
      throw BlynkConsoleRefusal.webhookLimit(settings.webhookLimit)
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

  /// A widget's action in dashboard or app: fires webhooks whatever the setting (blynk-cloud §7.5).
  ///
  /// - Returns: the value as stored.
  func flip(_ text: String, pin: Int) throws(BlynkConsoleRefusal) -> String {
    guard account.device != nil else { throw .noDevice }
    let stream = try console(pin)
    guard let value = stream.value(of: text, parsing: settings.integerParsing) else {
      throw .valueRefused(text, stream: stream.name, type: stream.type)
    }
    store([Write(stream: stream, value: value)], firing: true)
    return value.printed
  }

  /// Puts an account back as it was.
  func restore(_ account: BlynkAccount) {
    self.account = account
    quotas = [:]
    webhookLog = []
  }

  private func console(_ pin: Int) throws(BlynkConsoleRefusal) -> Datastream {
    guard let stream = template?.stream(on: BlynkPin(.virtual, pin)) else {
      throw .noDatastream(pin: "V\(pin)")
    }
    return stream
  }
}
