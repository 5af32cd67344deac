import HTTP

/// Whose account it is (particle:user-account); only the user name is sure to be there.
package struct AccountHolder: Sendable, Equatable, Decodable {
  /// An e-mail address.
  package var username: String
  /// Nil when the cloud does not say.
  package var firstName: String?
  /// Whether logging in asks for a second factor; nil when the cloud does not say.
  package var hasMFA: Bool?
  /// How many Wi-Fi devices the account has; nil when the cloud does not say.
  package var wifiDevices: Int?
  /// How many cellular devices the account has; nil when the cloud does not say.
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
