#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A webhook of Blynk: a datastream's new value calls a URL (blynk-cloud §7.2).
package struct BlynkWebhook: Sendable, Equatable, Codable {
  /// How the body is sent; the console's words, and the Platform API's.
  package enum ContentType: String, Sendable, Codable, CaseIterable {
    case form = "URL_ENCODED_FORM"
    case json = "JSON"
    case plainText = "PLAIN_TEXT"
  }

  /// What sets it off: one device's stream, or that of every device of the template.
  package enum Trigger: String, Sendable, Codable, CaseIterable {
    case device = "DEVICE_DATASTREAM_UPDATE"
    case template = "PRODUCT_DATASTREAM_UPDATE"
  }

  /// "Authorization Method".
  package enum Authorization: Sendable, Equatable, Codable {
    case none
    case basic(user: String, password: String)
    case oauth2(clientID: String, clientSecret: String, tokenURL: String)
  }

  /// A header line, a query parameter or a form's field. The order of lines is kept.
  package struct Header: Sendable, Equatable, Codable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Given by the account; 0 until then.
  var id = 0
  package var name: String
  package var trigger = Trigger.device
  /// What the console's DEVICE field holds: a device's id or name. Text that is neither stands for
  /// the first device, as the guide's account has only one.
  package var deviceID: String?
  /// What the TEMPLATE field holds, `TMPL…`, for that trigger; nil is the first template.
  package var templateID: String?
  /// The number of the virtual pin that fires it.
  package var pin: Int
  package var url: String
  package var method: String
  package var contentType: ContentType
  package var body: String
  /// The fields of a Web Form; empty sends `body` as it stands.
  package var form: [Header] = []
  /// "Query parameters (optional)".
  package var parameters: [Header] = []
  package var headers: [Header]
  package var authorization = Authorization.none
  package var enabled: Bool
  /// "Send failure email after N failures": the practice cloud sends none.
  package var failuresLimit = 10
  package var createdAt = Date(timeIntervalSince1970: 0)
  /// Calls made, test runs included.
  package var attempts = 0
  package var failures = 0
  /// Failures since the last success.
  var failuresInARow = 0
  var lastTriggered: Date?

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
