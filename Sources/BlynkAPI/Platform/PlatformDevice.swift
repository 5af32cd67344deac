import Core
import HTTP

/// A device of the organization (blynk:platform-devices); only its number is sure to be there.
package struct PlatformDevice: PlatformMember, Equatable {
  /// Blynk's number of the device, not its AuthToken.
  package var id: Int
  /// What a person calls it; nil when the reply leaves it out.
  package var name: String?
  /// The AuthToken, named `blynk.auth_token`; lists may leave it out.
  package var authToken: Secret?
  /// The template's number.
  package var templateID: Int?
  /// Such as `Offline`.
  package var status: String?

  private enum CodingKeys: String, CodingKey {
    case id, name, token, lifecycleStatus
    case templateID = "templateId"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Int.self, forKey: .id)
    name = fields.text(.name)
    authToken = fields.text(.token).map { Secret($0, name: "blynk.auth_token") }
    templateID = fields.number(.templateID)
    status = fields.lenient(LooseJSON.self, .lifecycleStatus)?.object?["name"]?.text
  }
}
