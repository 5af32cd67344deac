import HTTP

/// A list of devices: the account's is an array, a product's an object with pages
/// (particle:product-devices).
struct DevicePage: Decodable {
  var devices: [Device]
  /// How many pages there are.
  var pages: Int

  private enum CodingKeys: String, CodingKey { case devices, meta }
  private struct Meta: Decodable {
    var pages: Int
    enum CodingKeys: String, CodingKey { case pages = "total_pages" }
  }

  init(from decoder: any Decoder) throws {
    if let bare = try? LossyList<Device>(from: decoder) {
      devices = bare.elements
      pages = 1
      return
    }
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    devices = try fields.decode(LossyList<Device>.self, forKey: .devices).elements
    pages = fields.lenient(Meta.self, .meta)?.pages ?? 1
  }
}
