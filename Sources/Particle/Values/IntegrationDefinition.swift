/// What an integration is to be; written as the body of create and replace (particle-cloud §6.2).
package struct IntegrationDefinition: Sendable, Equatable, Encodable {
  /// The kind of integration; `Webhook` is the only one made here.
  package var integrationType = "Webhook"
  /// What a person calls it in the Particle console.
  package var name: String
  /// A prefix of the event names it is to fire on, case-sensitive (particle-cloud §6.5).
  package var event: String
  /// Where it sends to, without the query.
  package var url: String
  /// `GET`, `POST`, `PUT` or `DELETE`.
  package var requestType: String
  /// Whether Particle's own fields are left out of what it sends (particle-cloud §6.6).
  package var noDefaults: Bool
  /// Whether the target's certificate is checked; the console calls it "Enforce SSL".
  package var rejectUnauthorized: Bool
  /// What is added to the URL, by name; values are templates, filled from the event (particle-cloud
  /// §6.7).
  package var query: [String: String]

  /// Limits it to one device; nil for all.
  package var deviceID: String?

  enum CodingKeys: String, CodingKey {
    case name, event, url, requestType, noDefaults, rejectUnauthorized, query, deviceID
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
