import HTTP

/// A compiled sketch, kept by the cloud (particle:compile-reply).
package struct Compilation: Sendable, Equatable, Decodable {
  /// The cloud's id of the binary, not the device's.
  package var id: String
  /// A path below the cloud's address.
  package var path: String?
  /// Such as `5.8.0`; absent in old replies.
  package var version: String?
  /// ISO 8601 in UTC, a day later.
  package var expiresAt: String?
  /// What `size` prints: bytes of text, data and bss. It may be empty.
  package var sizeInfo: String?

  enum CodingKeys: String, CodingKey {
    case sizeInfo
    case id = "binary_id"
    case path = "binary_url"
    case version = "build_target_version"
    case expiresAt = "expires_at"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(String.self, forKey: .id)
    path = fields.text(.path)
    version = fields.text(.version)
    expiresAt = fields.text(.expiresAt)
    sizeInfo = fields.text(.sizeInfo)
  }
}
