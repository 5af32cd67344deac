import Wire

/// Whose account it is (particle-cloud §2.3); only the user name is sure to be there.
package struct AccountHolder: Sendable, Equatable, Decodable {
  /// An e-mail address.
  package var username: String
  package var firstName: String?
  package var hasMFA: Bool?
  package var wifiDevices: Int?
  package var cellularDevices: Int?

  private enum CodingKeys: String, CodingKey {
    case username, mfa
    case account = "account_info"
    case wifiDevices = "wifi_device_count"
    case cellularDevices = "cellular_device_count"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    username = try fields.decode(String.self, forKey: .username)
    firstName = fields.lenient(LooseJSON.self, .account)?.object?["first_name"]?.text
    hasMFA = fields.lenient(LooseJSON.self, .mfa)?.object?["enabled"]?.flag
    wifiDevices = fields.number(.wifiDevices)
    cellularDevices = fields.number(.cellularDevices)
  }
}
