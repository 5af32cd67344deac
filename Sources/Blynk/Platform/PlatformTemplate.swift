import Wire

/// A template of the organization (blynk-cloud §11); only its number is sure to be there.
package struct PlatformTemplate: PlatformMember, Equatable {
  package var id: Int
  package var name: String?
  /// The text ids, `TMPL…`, that the firmware has.
  package var templateIDs: [String]
  /// Such as `WI_FI`.
  package var connectionType: String?
  package var boardType: String?

  private enum CodingKeys: String, CodingKey {
    case id, name, connectionType, boardType
    case templateIDs = "templateIds"
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(Int.self, forKey: .id)
    name = fields.text(.name)
    templateIDs = fields.lenient([String].self, .templateIDs) ?? []
    connectionType = fields.text(.connectionType)
    boardType = fields.text(.boardType)
  }
}
