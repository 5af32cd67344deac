import HTTP

/// A list of the Platform API. Its outer shape is not documented: an array, or an object of which
/// one member is an array. Members that cannot be read are left out.
struct PlatformList<Member: PlatformMember>: Decodable {
  var members: [Member]

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let bare = try? LossyList<Member>(from: decoder) {
      members = bare.elements
      return
    }
    let fields = try decoder.container(keyedBy: Key.self)
    let lists = fields.allKeys.compactMap { fields.lenient(LossyList<Member>.self, $0) }
    guard lists.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not one list"))
    }
    members = lists[0].elements
  }
}
