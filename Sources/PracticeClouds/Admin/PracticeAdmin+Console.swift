import HTTPTestServer

/// What a person does by hand in the consoles.
extension PracticeAdmin {
  /// The switch in dashboard or app.
  func flip(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let text = try body.needText("value")
    let pin = try body.pin("pin") ?? PracticeAdmin.switchPin
    let device = try body.text("device")
    let stored = try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.flip(text, pin: pin, device: device)
    }
    return ["ok": true, "pin": .string("V\(pin)"), "value": .string(stored)]
  }

  /// "Use Blueprint" and activation.
  func blueprint() async -> JSONValue {
    await parts.blynk.useBlueprint()
    return await shown(await parts.blynk.account.device)
  }

  /// "New Device": the first gets the printed AuthToken, one of another name a token of its own.
  func activate(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let (name, template) = (try body.text("name"), try body.text("template_id"))
    let device = try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.activate(named: name, template: template)
    }
    return await shown(device)
  }

  /// Makes a webhook, or saves the one of that name.
  func webhook(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let webhook = try body.webhook()
    try await refusing { () throws(BlynkConsoleRefusal) in try await parts.blynk.save(webhook) }
    return ["ok": true, "name": .string(webhook.name)]
  }

  /// "Test webhook": the result that the console would show.
  func testWebhook(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let asked = try body.text("name")
    let name = await parts.blynk.account.webhooks.first?.name ?? ""
    let record = try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.test(asked ?? name)
    }
    return ["ok": true, "sent": .bool(record.isSuccess), "result": .string(record.shown)]
  }

  /// By name, in the body or as `?name=`; without one, all.
  func deleteWebhook(
    _ request: PracticeRequest, _ body: AdminBody
  ) async throws(AdminRefusal) -> JSONValue {
    let name = try body.text("name") ?? request.queryValue("name")
    try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.deleteWebhook(named: name)
    }
    return ["ok": true]
  }

  /// A client of the Platform API; this is the only time that its secret is shown.
  func client() async throws(AdminRefusal) -> JSONValue {
    let client = try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.makeClient()
    }
    return [
      "ok": true, "client_id": .string(client.id), "client_secret": .string(client.secret),
    ]
  }

  private static let switchPin = 16

  /// What the console shows once a device is active.
  private func shown(_ device: BlynkDevice?) async -> JSONValue {
    let account = await parts.blynk.account
    let template = device.flatMap { account.template($0.templateID) }
    return [
      "ok": true, "template_id": .string(template?.id ?? account.templateID),
      "template_name": .string(template?.name ?? ""),
      "auth_token": .string(device?.token ?? ""),
      "device": .number(Double(device?.id ?? 0)), "device_name": .string(device?.name ?? ""),
    ]
  }

  /// What a console refuses, in the admin port's way.
  func refusing<Value: Sendable>(
    _ work: () async throws(BlynkConsoleRefusal) -> Value
  ) async throws(AdminRefusal) -> Value {
    do { return try await work() } catch { throw .console(error) }
  }
}
