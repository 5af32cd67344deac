extension BlynkWebhook {
  /// The webhook with what a person would have mistyped.
  ///
  /// - Parameter neighbour: the id of another device of Particle's account.
  func spoiled(by faults: Faults, neighbour: String?) -> BlynkWebhook {
    var webhook = self
    if faults.isOn(.webhookWrongBody) {
      webhook.body = body.replacing("{device_pinValue}", with: "{device_pinvalue}")
    }
    if faults.isOn(.webhookWrongDevice), let neighbour {
      webhook.url = BlynkWebhook.url(url, of: neighbour)
    }
    if faults.isOn(.webhookWrongFunction) { webhook.url += "s" }
    if faults.isOn(.webhookWrongToken) {
      webhook.headers = headers.map(BlynkWebhook.withAnotherToken)
    }
    return webhook
  }

  /// The device that the URL is about: what follows `/devices/`.
  var particleDevice: String? {
    url.firstMatch(of: #/\/devices\/([^\/?]+)/#).map { String($0.1) }
  }

  /// The URL with another device's id in the place of the one after `/devices/`.
  private static func url(_ url: String, of device: String) -> String {
    url.replacing(#/(/devices/)[^/?]+/#) { "\($0.1)\(device)" }
  }

  /// The token's last digit is another one.
  private static func withAnotherToken(_ header: Header) -> Header {
    guard header.name.lowercased() == "authorization", let last = header.value.last else {
      return header
    }
    return Header(name: header.name, value: header.value.dropLast() + (last == "0" ? "1" : "0"))
  }
}
