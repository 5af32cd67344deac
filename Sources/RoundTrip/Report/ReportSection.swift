/// The guide's sections that a cause may send a person to; the raw value is the section's id.
package enum ReportSection: String, Sendable, CaseIterable {
  case prepare, activation, firmware, testing
  case datastreams = "manual"
  case blynkWebhook = "blynk-webhook"
  case particleIntegration = "particle-integration"
}
