import ParticleAPI

extension IntegrationDefinition {
  /// The names of the event's fields that its rows are filled from, in order; Particle's own
  /// `PARTICLE_…` are none of them (particle:template-names).
  package var eventFields: [String] {
    Set(query.values.flatMap(IntegrationDefinition.fields(in:))).sorted()
  }

  /// The event's fields in a template such as `{{{lon}}},{{{lat}}}`.
  static func fields(in template: String) -> [String] {
    template.matches(of: #/\{\{\{?\s*([A-Za-z0-9_.\-]+)\s*\}?\}\}/#).map { String($0.output.1) }
      .filter { !$0.hasPrefix("PARTICLE_") }
  }
}
