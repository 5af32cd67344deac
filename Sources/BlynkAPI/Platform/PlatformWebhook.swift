import HTTP

/// A webhook of Blynk's, as far as its fields are documented (blynk:platform-webhooks): of its
/// headers, device and datastream nothing is.
package struct PlatformWebhook: PlatformMember, Equatable {
  /// Blynk's number of the webhook.
  package var id: Int
  /// What a person calls it, at most 80 characters (blynk:webhook-name).
  package var name: String?
  /// Such as `DEVICE_DATASTREAM_UPDATE`.
  package var trigger: String?
  /// Where it sends to, at most 512 characters (blynk:webhook-size), placeholders unfilled.
  package var url: String?
  /// `GET`, `POST`, `PUT`, `DELETE` or `PATCH`.
  package var method: String?
  /// `PLAIN_TEXT`, `JSON` or `URL_ENCODED_FORM`.
  package var contentType: String?
  /// What it sends, at most 1024 (blynk:webhook-size), placeholders unfilled. Scrub it before
  /// showing: it may hold a token.
  package var body: String?

  private enum CodingKeys: String, CodingKey {
    case id, name, trigger, url, method, contentType, body
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Int.self, forKey: .id)
    name = fields.text(.name)
    trigger = fields.text(.trigger)
    url = fields.text(.url)
    method = fields.text(.method)
    contentType = fields.text(.contentType)
    body = fields.text(.body)
  }
}
