import HTTP

/// A device as the cloud describes it (particle:device-fields). Only the id is sure to be there.
package struct Device: Sendable, Equatable, Decodable {
  /// 24 lower-case hex characters.
  package var id: String
  /// What a person calls it; nil for one that was never named.
  package var name: String?
  /// As the cloud believes; on cellular it may lag by 46 minutes, so `ping` is the better witness.
  package var online: Bool?
  /// The kind of board, such as 13 for a Boron (particle:platform-ids).
  package var platformID: Int?
  /// The product it belongs to; equal to `platformID` for a device outside any
  /// (particle:device-product-id).
  package var productID: Int?
  /// The functions it registered; nil when the cloud does not say, as for some offline devices.
  package var functions: [String]?
  /// Names and types of its variables.
  package var variables: [String: String]?
  /// ISO 8601 in UTC.
  package var lastHeard: String?
  /// When it last came online, ISO 8601 in UTC.
  package var lastHandshake: String?
  /// How long that was before the reply, by the cloud's clock; nil when the reply had no date.
  package var sinceHandshake: Duration?
  /// `normal` or `safe_mode`.
  package var status: String?
  /// Device OS, such as `6.1.1`.
  package var systemVersion: String?

  enum CodingKeys: String, CodingKey {
    case id, name, online, connected, functions, variables, status
    case platformID = "platform_id"
    case productID = "product_id"
    case lastHeard = "last_heard"
    case lastHandshake = "last_handshake_at"
    case systemVersion = "system_firmware_version"
  }

  /// A device of which no more than this is known; all else is nil.
  package init(
    id: String, name: String? = nil, online: Bool? = nil, functions: [String]? = nil,
    variables: [String: String]? = nil
  ) {
    self.id = id
    self.name = name
    self.online = online
    self.functions = functions
    self.variables = variables
  }

  /// The product it is in; nil outside of any, and where the cloud does not say.
  package var product: String? { productID.flatMap { $0 == platformID ? nil : "\($0)" } }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(String.self, forKey: .id)
    name = fields.text(.name)
    online = fields.flag(.online) ?? fields.flag(.connected)
    platformID = fields.number(.platformID)
    productID = fields.number(.productID)
    functions = fields.lenient([String].self, .functions)
    variables = fields.lenient([String: String].self, .variables)
    lastHeard = fields.text(.lastHeard)
    lastHandshake = fields.text(.lastHandshake)
    status = fields.text(.status)
    systemVersion = fields.text(.systemVersion)
  }
}
