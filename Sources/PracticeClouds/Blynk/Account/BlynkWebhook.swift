#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A webhook of Blynk: a datastream's new value calls a URL (blynk:webhook-form).
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
    /// As it is sent; a header's keeps its case.
    package var name: String
    /// As the form holds it; the placeholders of a parameter or a field are unfilled.
    package var value: String

    /// A line with this name and value; the webhook's rules are checked when it is saved.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Given by the account; 0 until then.
  var id = 0
  /// "WEBHOOK NAME": letters, digits, `-`, `'` and blanks, at most 80.
  package var name: String
  /// "WEBHOOK TRIGGER EVENT".
  package var trigger = Trigger.device
  /// What the console's DEVICE field holds: a device's id or name. Text that is neither stands for
  /// the first device, as the guide's account has only one.
  package var deviceID: String?
  /// What the TEMPLATE field holds, `TMPL…`, for that trigger; nil is the first template.
  package var templateID: String?
  /// The number of the virtual pin that fires it.
  package var pin: Int
  /// "WEBHOOK URL", placeholders unfilled.
  package var url: String
  /// "REQUEST TYPE": `GET`, `POST`, `PUT`, `DELETE` or `PATCH`.
  package var method: String
  /// "CONTENT TYPE".
  package var contentType: ContentType
  /// What is sent, placeholders unfilled; a Web Form with fields of its own leaves it out.
  package var body: String
  /// The fields of a Web Form; empty sends `body` as it stands.
  package var form: [Header] = []
  /// "Query parameters (optional)".
  package var parameters: [Header] = []
  /// "HTTP Headers (optional)".
  package var headers: [Header]
  /// How the target is shown who asks.
  package var authorization = Authorization.none
  /// Off when a person switches it off, or after too many failures.
  package var enabled: Bool
  /// "Send failure email after N failures": the practice cloud sends none.
  package var failuresLimit = 10
  /// When the account got it; 1970 until then.
  package var createdAt = Date(timeIntervalSince1970: 0)
  /// Calls made, test runs included.
  package var attempts = 0
  /// Calls that failed; test runs are not counted.
  package var failures = 0
  /// Failures since the last success.
  var failuresInARow = 0
  var lastTriggered: Date?

  /// A JSON webhook that posts, is switched on and fires for one device, unless told otherwise.
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
