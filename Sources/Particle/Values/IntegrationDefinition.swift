/// What an integration is to be; written as the body of create and replace (particle-cloud §6.2).
package struct IntegrationDefinition: Sendable, Equatable, Encodable {
  package var integrationType = "Webhook"
  package var name: String
  package var event: String
  package var url: String
  package var requestType: String
  package var noDefaults: Bool
  package var rejectUnauthorized: Bool
  package var query: [String: String]

  enum CodingKeys: String, CodingKey {
    case name, event, url, requestType, noDefaults, rejectUnauthorized, query
    case integrationType = "integration_type"
  }

  /// The one that carries a device's event to Blynk (particle-cloud §11 item 15, blynk-cloud §8).
  ///
  /// It departs from the guide twice. There is no V16 row: the switch would be written back by
  /// every publish, and may set off the next lap. And braces are triple, as double ones escape
  /// HTML.
  package static func blynk(event: String, url: String, name: String) -> IntegrationDefinition {
    IntegrationDefinition(
      name: name, event: event, url: url, requestType: "GET", noDefaults: true,
      rejectUnauthorized: true,
      query: [
        "token": "{{{t}}}", "V6": "{{{PARTICLE_PUBLISHED_AT}}}", "V14": "{{{v14}}}",
        "V15": "{{{v15}}}", "V17": "{{{v17}}}",
      ])
  }
}
