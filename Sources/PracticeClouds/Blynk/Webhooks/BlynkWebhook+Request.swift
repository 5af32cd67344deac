import Core
import HTTP

extension BlynkWebhook {
  /// The call, with its placeholders filled.
  ///
  /// - Parameter glued: whether a form's names and values run together, as users reported.
  func request(_ values: BlynkPlaceholders, timeout: Duration, glued: Bool = false) -> Request {
    Request(
      Request.Method(rawValue: method) ?? .post, MaskedText(address(values)),
      headers: headers.map { HeaderField($0.name, MaskedText(values.fill($0.value))) }
        + credentials,
      body: method == "GET" ? nil : wireBody(values, glued: glued), timeout: timeout,
      bodyLimitBytes: BlynkWebhook.replyLimitBytes)
  }

  /// A longer reply is cut off (blynk:webhook-size: 16 KB).
  private static let replyLimitBytes = 16 << 10

  /// Placeholders in the URL are documented for the Platform API only
  /// (blynk:webhook-url-placeholders). That their values are percent-encoded there, as a
  /// parameter's is, is not documented.
  private func address(_ values: BlynkPlaceholders) -> String {
    let url = values.fill(url) { $0.percentEncoded() }
    guard !parameters.isEmpty else { return url }
    return url + (url.contains("?") ? "&" : "?") + BlynkWebhook.encoded(parameters, values)
  }

  private func wireBody(_ values: BlynkPlaceholders, glued: Bool) -> Body {
    let text = form.isEmpty ? values.fill(body) : formText(values, glued: glued)
    return .text(contentType: contentType.header, MaskedText(text))
  }

  private func formText(_ values: BlynkPlaceholders, glued: Bool) -> String {
    guard glued else { return BlynkWebhook.encoded(form, values) }
    return form.map { $0.name + values.fill($0.value) }.joined()
  }

  private static func encoded(_ fields: [Header], _ values: BlynkPlaceholders) -> String {
    fields.map { "\($0.name.percentEncoded())=\(values.fill($0.value).percentEncoded())" }
      .joined(separator: "&")
  }

  /// Basic only: how Blynk asks for the token of OAuth 2.0 is not documented.
  private var credentials: [HeaderField] {
    guard case .basic(let user, let password) = authorization else { return [] }
    let pair = Base64.encode(Array("\(user):\(password)".utf8))
    return [HeaderField("Authorization", MaskedText("Basic \(pair)"))]
  }
}

extension BlynkWebhook.ContentType {
  /// As it goes over the wire; the console's labels say so (blynk:webhook-content-types).
  var header: String {
    switch self {
    case .form: "application/x-www-form-urlencoded"
    case .json: "application/json"
    case .plainText: "text/html"
    }
  }
}
