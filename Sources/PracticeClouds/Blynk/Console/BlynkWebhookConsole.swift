/// What a person does with webhooks in Blynk's Developer Zone (blynk:webhook-form).
enum BlynkWebhookConsole {
  /// "Create Webhook", or "Save Webhook" when one of that name is there.
  static func save(
    _ webhook: BlynkWebhook, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) {
    try webhook.check()
    guard let device = store.account.device(of: webhook) else { throw .noDevice }
    _ = try BlynkDeviceConsole.stream(on: webhook.pin, of: device, in: store)
    if let index = place(of: webhook, in: store) {
      return store.replaceWebhook(at: index, with: webhook)
    }
    let limit = store.settings.webhookLimit
    guard store.account.webhooks.count < limit else { throw .webhookLimit(limit) }
    store.addWebhook(webhook)
  }

  /// "Delete".
  ///
  /// - Parameter name: nil takes all of them away.
  static func delete(
    named name: String?, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) {
    if let name, !store.account.webhooks.contains(where: { $0.name == name }) {
      throw .noWebhook(name)
    }
    store.removeWebhooks { name == nil || $0.name == name }
  }

  /// "Test webhook": the call that is to be made.
  static func test(
    _ name: String, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) -> BlynkWebhookCall {
    guard let call = store.testWebhook(named: name) else { throw .noWebhook(name) }
    return call
  }

  /// Where the webhook of that id or name stands: that of its own device, if there are several.
  /// Where the plan has no room for another it takes the place of its namesake.
  private static func place(of webhook: BlynkWebhook, in store: BlynkStore) -> Int? {
    let account = store.account
    if webhook.id != 0 { return account.webhooks.firstIndex { $0.id == webhook.id } }
    let device = account.device(of: webhook)?.id
    let named = account.webhooks.indices.filter { account.webhooks[$0].name == webhook.name }
    if let same = named.first(where: { account.device(of: account.webhooks[$0])?.id == device }) {
      return same
    }
    return account.webhooks.count < store.settings.webhookLimit ? nil : named.first
  }
}
