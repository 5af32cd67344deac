/// What an integration is to be; written as the body of create and replace (particle:hook-fields).
package struct IntegrationDefinition: Sendable, Equatable, Encodable {
  /// The kind of integration; `Webhook` is the only one made here.
  package var integrationType = "Webhook"
  /// What a person calls it in the Particle console.
  package var name: String
  /// A prefix of the event names it is to fire on, case-sensitive (particle:hook-prefix).
  package var event: String
  /// Where it sends to, without the query.
  package var url: String
  /// `GET`, `POST`, `PUT` or `DELETE`.
  package var requestType: String
  /// Whether Particle's own fields are left out of what it sends (particle:hook-defaults).
  package var noDefaults: Bool
  /// Whether the target's certificate is checked; the console calls it "Enforce SSL".
  package var rejectUnauthorized: Bool
  /// What is added to the URL, by name; values are templates, filled from the event
  /// (particle:hook-templates-where).
  package var query: [String: String]

  /// Limits it to one device; nil for all.
  package var deviceID: String?

  enum CodingKeys: String, CodingKey {
    case name, event, url, requestType, noDefaults, rejectUnauthorized, query, deviceID
    case integrationType = "integration_type"
  }

  /// The one that carries a device's event to Blynk (particle:guide-integration,
  /// blynk:webhook-v16-loop).
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
