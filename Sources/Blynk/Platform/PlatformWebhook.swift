import Wire

/// A webhook of Blynk's, as far as its fields are documented (blynk-cloud §11): of its headers,
/// device and datastream nothing is.
package struct PlatformWebhook: PlatformMember, Equatable {
  package var id: Int
  package var name: String?
  /// Such as `DEVICE_DATASTREAM_UPDATE`.
  package var trigger: String?
  package var url: String?
  /// `GET`, `POST`, `PUT`, `DELETE` or `PATCH`.
  package var method: String?
  /// `PLAIN_TEXT`, `JSON` or `URL_ENCODED_FORM`.
  package var contentType: String?
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
