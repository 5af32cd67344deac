extension AdminBody {
  /// The webhook of `POST /webhook`, and the other fields of the console's form. What is left out
  /// is as the guide has it, but name, pin and URL.
  func webhook() throws(AdminRefusal) -> BlynkWebhook {
    var webhook = BlynkWebhook(
      name: try needText("name"), deviceID: try text("device_id"), pin: try needPin("pin"),
      url: try needText("url"), method: try text("method") ?? "POST",
      contentType: try contentType(), body: try bodyText(), headers: try fields("headers"),
      enabled: try flag("enabled") ?? true)
    webhook.templateID = try text("template_id")
    webhook.trigger = try trigger()
    webhook.form = self["body"]?.object == nil ? [] : try fields("body")
    webhook.parameters = try fields("query")
    webhook.authorization = try authorization()
    webhook.failuresLimit = try number("failures_limit").map { Int($0) } ?? webhook.failuresLimit
    return webhook
  }

  /// `device`, the guide's choice, or `template`; the Platform API's words too.
  private func trigger() throws(AdminRefusal) -> BlynkWebhook.Trigger {
    switch try text("trigger") {
    case nil, "device", BlynkWebhook.Trigger.device.rawValue: return .device
    case "template", BlynkWebhook.Trigger.template.rawValue: return .template
    default: throw .unfit("trigger", wanted: "device or template")
    }
  }

  /// An object is a Web Form's fields.
  private func bodyText() throws(AdminRefusal) -> String {
    self["body"]?.object == nil ? try text("body") ?? "" : ""
  }

  private func fields(_ field: String) throws(AdminRefusal) -> [BlynkWebhook.Header] {
    try texts(field).map { BlynkWebhook.Header(name: $0.name, value: $0.value) }
  }

  /// `{"user":…,"password":…}` or `{"client_id":…,"client_secret":…,"token_url":…}`.
  private func authorization() throws(AdminRefusal) -> BlynkWebhook.Authorization {
    let members = try texts("auth")
    func member(_ name: String) -> String? { members.first { $0.name == name }?.value }
    if members.isEmpty { return .none }
    if let user = member("user") { return .basic(user: user, password: member("password") ?? "") }
    guard let client = member("client_id"), let url = member("token_url") else {
      throw .unfit("auth", wanted: "a user and a password, or a client and its token URL")
    }
    return .oauth2(clientID: client, clientSecret: member("client_secret") ?? "", tokenURL: url)
  }

  /// One row of `POST /datastreams`.
  func datastream() throws(AdminRefusal) -> Datastream {
    let pin = try needPin("pin")
    guard let type = DatastreamType(named: try needText("type")) else {
      throw .unfit("type", wanted: "Integer, Double, String, Enumerable or Location")
    }
    let name = try text("name") ?? "\(type.rawValue) V\(pin)"
    var stream = Datastream(
      id: 0, name: name, alias: try text("alias") ?? name, pin: pin, type: type,
      min: try number("min"), max: try number("max"))
    stream.units = try text("units")
    stream.isRaw = try flag("raw") ?? false
    stream.options = try options()
    stream.fallback = try number("fallback").flatMap { Int32(exactly: $0) }
    stream.defaultValue = try text("default").flatMap { stream.value(of: $0, parsing: .strict) }
    return stream
  }

  /// `{"0":"off","1":"on"}`: what an Enumerable stream may hold.
  private func options() throws(AdminRefusal) -> [DatastreamOption] {
    var options: [DatastreamOption] = []
    for (name, label) in try texts("options") {
      guard let value = Int32(name) else { throw .unfit("options", wanted: "numbers with labels") }
      options.append(DatastreamOption(value: value, label: label))
    }
    return options
  }

  /// The console's words, the Platform API's, or a media type.
  private func contentType() throws(AdminRefusal) -> BlynkWebhook.ContentType {
    switch try text("content_type")?.lowercased() {
    case nil, "json", "custom json", "application/json": return .json
    case "url_encoded_form", "web form", "application/x-www-form-urlencoded": return .form
    case "plain_text", "plain text", "text/plain", "text/html": return .plainText
    default: throw .unfit("content_type", wanted: "Custom JSON, Web Form or Plain text")
    }
  }
}
