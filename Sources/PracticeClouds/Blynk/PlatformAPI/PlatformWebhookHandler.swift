import HTTPTestServer

/// Webhooks: 201 with the object when one is made, 204 when one is changed or deleted
/// (blynk:platform-webhooks).
enum PlatformWebhookHandler: PlatformHandler {
  case list
  case show
  case create
  case change
  case delete

  func answer(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    switch self {
    case .list: PlatformWebhookHandler.listWebhooks(call, store)
    case .show: try PlatformWebhookHandler.showWebhook(call, store)
    case .create: try PlatformWebhookHandler.createWebhook(call, &store)
    case .change: try PlatformWebhookHandler.changeWebhook(call, &store)
    case .delete: try PlatformWebhookHandler.deleteWebhook(call, &store)
    }
  }

  private static func listWebhooks(
    _ call: PlatformCall, _ store: BlynkStore
  ) -> PracticeReply {
    call.page(store.account.webhooks.map(PlatformObjects.webhook))
  }

  private static func showWebhook(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    BlynkReplies.json(200, PlatformObjects.webhook(try known(call, store)))
  }

  private static func createWebhook(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let webhook = try described(call)
    try keep(webhook, call, &store)
    let made = store.account.webhooks.last { $0.name == webhook.name } ?? webhook
    return BlynkReplies.json(201, PlatformObjects.webhook(made))
  }

  private static func changeWebhook(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    var webhook = try described(call)
    webhook.id = try known(call, store).id
    try keep(webhook, call, &store)
    return .empty(204)
  }

  private static func deleteWebhook(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let id = try known(call, store).id
    store.removeWebhooks { $0.id == id }
    return .empty(204)
  }

  private static func keep(
    _ webhook: BlynkWebhook, _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) {
    try call.console { () throws(BlynkConsoleRefusal) in
      try BlynkWebhookConsole.save(webhook, in: &store)
    }
  }

  private static func known(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> BlynkWebhook {
    let id = try call.number("webhookId")
    guard let webhook = store.account.webhooks.first(where: { $0.id == id }) else {
      throw .noWebhook
    }
    return webhook
  }

  /// The webhook that a body describes.
  private static func described(_ call: PlatformCall) throws(PlatformRefusal) -> BlynkWebhook {
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
