extension BlynkWebhook {
  /// Checks what the form "Create New Webhook" checks (blynk:webhook-size, blynk:webhook-headers).
  func check() throws(BlynkConsoleRefusal) {
    guard (1...80).contains(name.count), name.allSatisfy({ BlynkWebhook.isWord($0, or: " -'") })
    else { throw .webhookName }
    guard url.hasPrefix("https://") || BlynkWebhook.isHere(url) else { throw .webhookURL(url) }
    guard url.count <= BlynkWebhook.urlLimit else {
      throw .webhookURLTooLong(limit: BlynkWebhook.urlLimit)
    }
    guard body.utf8.count <= BlynkWebhook.bodyLimitBytes else {
      throw .webhookBodyTooLong(limitBytes: BlynkWebhook.bodyLimitBytes)
    }
    guard BlynkWebhook.methods.contains(method) else { throw .webhookMethod(method) }
    for header in headers where !BlynkWebhook.isHeaderValue(header.value) {
      throw .webhookHeader(header.name)
    }
    for key in (headers + parameters).map(\.name) where key.count > BlynkWebhook.keyLimit {
      throw .webhookKeyTooLong(limit: BlynkWebhook.keyLimit)
    }
  }

  /// In characters (blynk:webhook-size). The Platform API says 512.
  static let urlLimit = 1024
  /// 5 KB (blynk:webhook-size). The Platform API says 1024.
  static let bodyLimitBytes = 5 << 10

  /// In characters, of a header's or a query parameter's name (blynk:webhook-headers).
  static let keyLimit = 100

  /// The form offers the first four; the last is in the Platform API's list only.
  private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE", "PATCH"]

  /// A practice cloud's webhooks may stay on this machine, and need no TLS there.
  private static func isHere(_ url: String) -> Bool {
    ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].contains { url.hasPrefix($0) }
  }

  private static func isHeaderValue(_ value: String) -> Bool {
    value.allSatisfy { isWord($0, or: " /_:;.-") }
  }

  private static func isWord(_ character: Character, or others: String) -> Bool {
    others.contains(character)
      || character.isASCII && (character.isLetter || character.isNumber)
  }
}
