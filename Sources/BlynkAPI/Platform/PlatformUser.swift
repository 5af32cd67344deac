import HTTP

/// A user of the organization (blynkkk/docs, platform-https-api/users-api).
package struct PlatformUser: PlatformMember, Equatable {
  /// Blynk's number of the user: the `owner` that `createDevice` wants.
  package var id: Int
  /// What the user is called; nil when the reply leaves it out.
  package var name: String?
  /// The address the user is known by; nil when the reply leaves it out.
  package var email: String?

  private enum CodingKeys: String, CodingKey { case id, name, email }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Int.self, forKey: .id)
    name = fields.text(.name)
    email = fields.text(.email)
  }
}
