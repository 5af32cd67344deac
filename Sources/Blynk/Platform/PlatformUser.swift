import Wire

/// A user of the organization (blynkkk/docs, platform-https-api/users-api).
package struct PlatformUser: PlatformMember, Equatable {
  package var id: Int
  package var name: String?
  package var email: String?

  private enum CodingKeys: String, CodingKey { case id, name, email }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Int.self, forKey: .id)
    name = fields.text(.name)
    email = fields.text(.email)
  }
}
