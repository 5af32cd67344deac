import Ground
import Wire

extension BlynkWebhook {
  /// The call, with its placeholders filled; or as a lever spoils it.
  func request(_ values: BlynkPlaceholders, faults: Faults, timeout: Duration) -> Request {
    let webhook = spoiled(by: faults)
    return Request(
      Request.Method(rawValue: webhook.method) ?? .post, Veiled(values.fill(webhook.url)),
      headers: webhook.headers.map { HeaderField($0.name, Veiled(values.fill($0.value))) },
      body: webhook.method == "GET" ? nil : webhook.wireBody(values), timeout: timeout,
      bodyLimitBytes: BlynkWebhook.replyLimitBytes)
  }

  /// A longer reply is cut off (blynk-cloud §6: 16 KB).
  private static let replyLimitBytes = 16 << 10

  private func wireBody(_ values: BlynkPlaceholders) -> Body {
    .text(contentType: contentType.header, Veiled(values.fill(body)))
  }

  /// What a person would have mistyped.
  private func spoiled(by faults: Faults) -> BlynkWebhook {
    var webhook = self
    if faults.isOn(.webhookWrongBody) {
      webhook.body = body.replacing("{device_pinValue}", with: "{device_pinvalue}")
    }
    if faults.isOn(.webhookWrongFunction) { webhook.url = url + "s" }
    if faults.isOn(.webhookWrongToken) {
      webhook.headers = headers.map(BlynkWebhook.withAnotherToken)
    }
    return webhook
  }

  /// The token's last digit is another one.
  private static func withAnotherToken(_ header: Header) -> Header {
    guard header.name.lowercased() == "authorization", let last = header.value.last else {
      return header
    }
    return Header(name: header.name, value: header.value.dropLast() + (last == "0" ? "1" : "0"))
  }
}

extension BlynkWebhook.ContentType {
  /// As it goes over the wire; the console's labels say so (blynk-cloud §7.2).
  var header: String {
    switch self {
    case .form: "application/x-www-form-urlencoded"
    case .json: "application/json"
    case .plainText: "text/html"
    }
  }
}
