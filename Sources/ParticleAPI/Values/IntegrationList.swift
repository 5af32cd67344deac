import HTTP

/// The list of integrations: bare, or wrapped as the CLI has met it (particle:hook-list-wrapped).
struct IntegrationList: Decodable {
  var integrations: [Integration]

  private enum CodingKeys: String, CodingKey { case integrations, webhooks }

  init(from decoder: any Decoder) throws {
    if let bare = try? LossyList<Integration>(from: decoder) {
      integrations = bare.elements
      return
    }
    let wrapper = try decoder.container(keyedBy: CodingKeys.self)
    let key: CodingKeys = wrapper.contains(.integrations) ? .integrations : .webhooks
    integrations = try wrapper.decode(LossyList<Integration>.self, forKey: key).elements
  }
}
