/// A lever: one thing that can be wrong in the practice clouds, named for the cause it brings about
/// (DESIGN §7). Each acts where the real fault would act.
package enum Fault: String, Sendable, CaseIterable, Codable {
  // Blynk's device API.
  case blynkWrongRegion = "blynk-wrong-region"
  /// The AuthToken was changed: Blynk knows it no more.
  case blynkBadToken = "blynk-bad-token"
  /// The template has no datastream on V16.
  case blynkDatastreamMissing = "blynk-datastream-missing"
  /// V6 was made Integer, the console's first choice, where it has to be String.
  case blynkDatastreamType = "blynk-datastream-type"

  // Particle's API and the device.
  case particleBadToken = "particle-bad-token"
  case particleTokenExpired = "particle-token-expired"
  case particleDeviceUnknown = "particle-device-unknown"
  case deviceOffline = "device-offline"
  case functionMissing = "function-missing"
  case functionTimeout = "function-timeout"
  case eventNotPublished = "event-not-published"

  // Blynk's webhook.
  case webhookNotFiring = "webhook-not-firing"
  case webhookDisabled = "webhook-disabled"
  /// The calls of this minute are used up.
  case webhookQuota = "webhook-quota"
  case webhookWrongToken = "webhook-wrong-token"
  /// The placeholder in the body is misspelt, so that the device gets its literal text.
  case webhookWrongBody = "webhook-wrong-body"
  case webhookWrongFunction = "webhook-wrong-function"

  // Particle's integration.
  case integrationMissing = "integration-missing"
  case integrationDisabled = "integration-disabled"
  case integrationError = "integration-error"
  /// The integration writes V16 too, and so fires Blynk's webhook again.
  case loopV16 = "loop-v16"

  // The way back.
  /// Blynk takes the batch and stores nothing.
  case echoMissing = "echo-missing"
  /// Blynk stores V17 of the batch, but V6 and V14 stay as they were.
  case echoStale = "echo-stale"

  // Either cloud.
  case rateLimited = "rate-limited"
  case cloudError = "cloud-error"
}
