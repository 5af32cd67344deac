import HTTP

/// A template of the organization (blynk:platform-templates); only its number is sure to be there.
package struct PlatformTemplate: PlatformMember, Equatable {
  /// Blynk's number of the template; devices refer to it by this, not by `TMPL…`.
  package var id: Int
  /// What a person calls it; nil when the reply leaves it out.
  package var name: String?
  /// The text ids, `TMPL…`, that the firmware has.
  package var templateIDs: [String]
  /// Such as `WI_FI`.
  package var connectionType: String?
  /// The hardware it is for, as Blynk names it; nil when the reply leaves it out.
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
