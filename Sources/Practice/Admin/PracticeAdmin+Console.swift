/// What a person does by hand in the consoles.
extension PracticeAdmin {
  /// The switch in dashboard or app.
  func flip(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let text = try body.needText("value")
    let pin = try body.pin("pin") ?? PracticeAdmin.switchPin
    let stored = try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.flip(text, pin: pin)
    }
    return ["ok": true, "pin": .string("V\(pin)"), "value": .string(stored)]
  }

  /// "Use Blueprint" and activation.
  func blueprint() async -> JSONValue {
    await parts.blynk.useBlueprint()
    return await device()
  }

  func template(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    await parts.blynk.makeTemplate(named: try body.needText("name"))
    let account = await parts.blynk.account
    return ["ok": true, "template_id": .string(account.templateID)]
  }

  /// One datastream, or `{"datastreams":[…]}`.
  func datastreams(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    var streams: [Datastream] = []
    for row in body["datastreams"]?.array ?? [] {
      guard let object = row.object else { throw .notAnObject }
      streams.append(try AdminBody(object).datastream())
    }
    if body["datastreams"] == nil { streams = [try body.datastream()] }
    let made = streams
    try await refusing { () throws(BlynkConsoleRefusal) in try await parts.blynk.add(made) }
    return ["ok": true, "made": .number(Double(made.count))]
  }

  func activate(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let name = try body.text("name")
    try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.activate(named: name)
    }
    return await device()
  }

  /// Makes a webhook, or saves the one of that name.
  func webhook(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let webhook = try body.webhook()
    try await refusing { () throws(BlynkConsoleRefusal) in try await parts.blynk.save(webhook) }
    return ["ok": true, "name": .string(webhook.name)]
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

  private static let switchPin = 16

  /// What the console shows once a device is active.
  private func device() async -> JSONValue {
    let account = await parts.blynk.account
    return [
      "ok": true, "template_id": .string(account.templateID),
      "template_name": .string(account.template?.name ?? ""),
      "auth_token": .string(account.authToken),
    ]
  }

  private func refusing<Value: Sendable>(
    _ work: () async throws(BlynkConsoleRefusal) -> Value
  ) async throws(AdminRefusal) -> Value {
    do { return try await work() } catch { throw .console(error) }
  }
}
