/// One integration: bare, or in the wrapper of "get one" and of old replies (particle:hook-shown).
struct IntegrationBox: Decodable {
  var integration: Integration

  private enum CodingKeys: String, CodingKey { case integration, webhook }

  init(from decoder: any Decoder) throws {
    let wrapper = try decoder.container(keyedBy: CodingKeys.self)
    if let inner = try? wrapper.decode(Integration.self, forKey: .integration) {
      integration = inner
    } else if let inner = try? wrapper.decode(Integration.self, forKey: .webhook) {
      integration = inner
    } else {
      integration = try Integration(from: decoder)
    }
  }
}
