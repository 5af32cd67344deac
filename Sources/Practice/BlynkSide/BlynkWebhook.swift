/// A webhook of Blynk: a datastream's new value calls a URL (blynk-cloud §7.2).
package struct BlynkWebhook: Sendable, Equatable, Codable {
  /// How the body is sent; the console's words, and the Platform API's.
  package enum ContentType: String, Sendable, Codable, CaseIterable {
    case form = "URL_ENCODED_FORM"
    case json = "JSON"
    case plainText = "PLAIN_TEXT"
  }

  /// A header line. The order of lines is kept.
  package struct Header: Sendable, Equatable, Codable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package var name: String
  /// What the console's DEVICE field holds. The practice account has one Blynk device, so that it
  /// chooses nothing here.
  package var deviceID: String?
  /// The number of the virtual pin that fires it.
  package var pin: Int
  package var url: String
  package var method: String
  package var contentType: ContentType
  package var body: String
  package var headers: [Header]
  package var enabled: Bool
  /// Calls made, test runs included.
  package var attempts = 0
  package var failures = 0

  package init(
    name: String, deviceID: String? = nil, pin: Int, url: String, method: String = "POST",
    contentType: ContentType = .json, body: String = "", headers: [Header] = [],
    enabled: Bool = true
  ) {
    self.name = name
    self.deviceID = deviceID
    self.pin = pin
    self.url = url
    self.method = method
    self.contentType = contentType
    self.body = body
    self.headers = headers
    self.enabled = enabled
  }
}
