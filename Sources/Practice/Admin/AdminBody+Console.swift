extension AdminBody {
  /// The webhook of DESIGN §8. What is left out is as the guide has it, but name, pin and URL.
  func webhook() throws(AdminRefusal) -> BlynkWebhook {
    BlynkWebhook(
      name: try needText("name"), deviceID: try text("device_id"), pin: try needPin("pin"),
      url: try needText("url"), method: try text("method") ?? "POST",
      contentType: try contentType(), body: try text("body") ?? "",
      headers: try texts("headers").map { BlynkWebhook.Header(name: $0.name, value: $0.value) },
      enabled: try flag("enabled") ?? true)
  }

  /// One row of `POST /datastreams`.
  func datastream() throws(AdminRefusal) -> Datastream {
    let pin = try needPin("pin")
    guard let type = DatastreamType(rawValue: try needText("type")) else {
      throw .unfit("type", wanted: "Integer, Double or String")
    }
    let name = try text("name") ?? "\(type.rawValue) V\(pin)"
    var stream = Datastream(
      id: 0, name: name, alias: try text("alias") ?? name, pin: pin, type: type,
      min: try number("min"), max: try number("max"))
    stream.defaultValue = try text("default").flatMap { stream.value(of: $0, parsing: .strict) }
    return stream
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
