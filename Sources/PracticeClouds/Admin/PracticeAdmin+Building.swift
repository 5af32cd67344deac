import HTTPTestServer

/// Building a template by hand, as a person does in the Developer Zone (blynk:guide-manual).
extension PracticeAdmin {
  /// "New Template"; `"another": true` makes one beside the first.
  func template(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let name = try body.needText("name")
    if try body.flag("another") == true {
      let made = try await refusing { () throws(BlynkConsoleRefusal) in
        try await parts.blynk.makeAnotherTemplate(named: name)
      }
      return ["ok": true, "template_id": .string(made.id)]
    }
    await parts.blynk.makeTemplate(named: name)
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
    let (wanted, template) = (streams, try body.text("template_id"))
    let made = try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.add(wanted, to: template)
    }
    return [
      "ok": true, "made": .number(Double(made.count)),
      "ids": .array(made.map { .number(Double($0.id)) }),
    ]
  }

  /// A metadata field.
  func metadata(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    guard let kind = BlynkMetaField.Kind(rawValue: try body.text("type") ?? "Text") else {
      throw .unfit("type", wanted: "Text or Number")
    }
    let field = BlynkMetaField(
      id: 0, name: try body.needText("name"), kind: kind, value: try body.text("value") ?? "")
    let template = try body.text("template_id")
    let made = try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.add(field, to: template)
    }
    return ["ok": true, "id": .number(Double(made.id))]
  }

  /// An event that devices may log.
  func events(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    let code = try body.needText("code")
    let event = BlynkEventType(code: code, name: try body.text("name") ?? code)
    let template = try body.text("template_id")
    try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.add(event, to: template)
    }
    return ["ok": true, "code": .string(code)]
  }

  /// `{"app":false,"widgets":[{"widget":"Switch","title":"…","pins":["V16"]}]}`.
  func dashboard(_ body: AdminBody) async throws(AdminRefusal) -> JSONValue {
    var widgets: [BlynkWidget] = []
    for row in body["widgets"]?.array ?? [] {
      guard let object = row.object else { throw .notAnObject }
      widgets.append(try PracticeAdmin.widget(AdminBody(object)))
    }
    let (made, onWeb) = (widgets, try body.flag("app") != true)
    try await refusing { () throws(BlynkConsoleRefusal) in
      try await parts.blynk.setDashboard(made, onWeb: onWeb)
    }
    return ["ok": true, "widgets": .number(Double(made.count))]
  }

  private static func widget(_ body: AdminBody) throws(AdminRefusal) -> BlynkWidget {
    var pins: [Int] = []
    for pin in body["pins"]?.array ?? [] {
      pins.append(try AdminBody(JSONObject([("pin", pin)])).needPin("pin"))
    }
    return BlynkWidget(
      kind: try body.needText("widget"), title: try body.text("title") ?? "", pins: pins)
  }
}
