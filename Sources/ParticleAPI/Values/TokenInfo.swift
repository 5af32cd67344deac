import HTTP

/// What the cloud tells of an access token (particle:token-current); every field may be absent.
package struct TokenInfo: Sendable, Equatable, Decodable {
  /// ISO 8601 in UTC; nil for a token that never expires.
  package var expiresAt: String?
  /// The OAuth client that it was made for, under `client` or `client_id`; nil when neither is
  /// there.
  package var client: String?

  enum CodingKeys: String, CodingKey {
    case expiresAt = "expires_at"
    case client
    case clientID = "client_id"
  }

  /// A token of which nothing is known, unless told otherwise; the cloud's is read from its JSON.
  package init(expiresAt: String? = nil, client: String? = nil) {
    self.expiresAt = expiresAt
    self.client = client
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    expiresAt = fields.text(.expiresAt)
    client = fields.text(.client) ?? fields.text(.clientID)
  }
}
