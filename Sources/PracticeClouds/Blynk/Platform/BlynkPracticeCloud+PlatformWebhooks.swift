import HTTPTestServer

extension BlynkPracticeCloud {
  /// Webhooks: 201 with the object when one is made, 204 when one is changed or deleted.
  func webhookReply(
    _ route: PlatformRoute, _ call: PlatformCall
  ) async throws(PlatformRefusal) -> PracticeReply {
    switch route {
    case .webhooks: return call.page(account.webhooks.map(PlatformObjects.webhook))
    case .createWebhook:
      let webhook = try BlynkPracticeCloud.webhook(call)
      try await keep(webhook)
      let made = account.webhooks.last { $0.name == webhook.name } ?? webhook
      return BlynkReplies.json(201, PlatformObjects.webhook(made))
    case .changeWebhook:
      var webhook = try BlynkPracticeCloud.webhook(call)
      webhook.id = try platformWebhook(call).id
      try await keep(webhook)
      return .empty(204)
    case .deleteWebhook:
      let id = try platformWebhook(call).id
      account.webhooks.removeAll { $0.id == id }
      await onChange()
      return .empty(204)
    default: return BlynkReplies.json(200, PlatformObjects.webhook(try platformWebhook(call)))
    }
  }

  private func keep(_ webhook: BlynkWebhook) async throws(PlatformRefusal) {
    do throws(BlynkConsoleRefusal) { try await save(webhook) } catch { throw .console(error) }
  }

  private func platformWebhook(_ call: PlatformCall) throws(PlatformRefusal) -> BlynkWebhook {
    let id = try call.number("webhookId")
    guard let webhook = account.webhooks.first(where: { $0.id == id }) else { throw .noWebhook }
    return webhook
  }

  /// The webhook that a body describes (blynk:platform-webhooks).
  private static func webhook(_ call: PlatformCall) throws(PlatformRefusal) -> BlynkWebhook {
    let data = call.body["dataTrigger"]
    guard let pin = data?["pin"]?.number, let number = Int(exactly: pin) else {
      throw .missing("dataTrigger")
    }
    guard let trigger = BlynkWebhook.Trigger(rawValue: try call.member("trigger")) else {
      throw .missing("trigger")
    }
    guard let type = BlynkWebhook.ContentType(rawValue: call.body["contentType"]?.plain ?? "JSON")
    else { throw .missing("contentType") }
    var webhook = BlynkWebhook(
      name: try call.member("name"), deviceID: data?["deviceId"]?.plain, pin: number,
      url: try call.member("url"), method: call.body["method"]?.plain ?? "POST", contentType: type,
      body: call.body["body"]?.plain ?? "", headers: headers(call),
      enabled: call.body["enabled"]?.bool ?? true)
    webhook.trigger = trigger
    return webhook
  }

  private static func headers(_ call: PlatformCall) -> [BlynkWebhook.Header] {
    (call.body["headers"]?.array ?? []).compactMap { header in
      guard let name = header["name"]?.string, let value = header["value"]?.plain else {
        return nil
      }
      return BlynkWebhook.Header(name: name, value: value)
    }
  }
}
