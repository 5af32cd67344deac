import HTTPTestServer

/// A fault: one thing that can be wrong in the practice clouds, named for the cause it brings
/// about. Each acts where the real fault would act. The registry says what each does.
package enum Fault: String, Sendable, CaseIterable, Codable {
  // The way to the clouds.
  case networkUnreachable = "network-unreachable"
  case particleUnreachable = "particle-unreachable"
  case tlsUntrusted = "tls-untrusted"
  // Those that `NetworkFault` has too.
  case connectionReset = "connection-reset"
  case stall
  case halfOpenStream = "half-open-stream"
  case truncatedBody = "truncated-body"
  case oversizedBody = "oversized-body"
  case errorPage = "error-page"
  case requestBlocked = "request-blocked"
  case captivePortal = "captive-portal"
  case proxyRefused = "proxy-refused"

  // Blynk's device API.
  case blynkWrongRegion = "blynk-wrong-region"
  case blynkBadToken = "blynk-bad-token"
  case blynkDatastreamMissing = "blynk-datastream-missing"
  case blynkDatastreamType = "blynk-datastream-type"
  case blynkValueClamped = "blynk-value-clamped"
  case blynkMessageLimit = "blynk-message-limit"

  // Particle's API and the device.
  case particleBadToken = "particle-bad-token"
  case particleTokenExpired = "particle-token-expired"
  case particleTokenEnding = "particle-token-ending"
  case particleTokenScope = "particle-token-scope"
  case particleDeviceUnknown = "particle-device-unknown"
  case deviceOffline = "device-offline"
  case deviceStarting = "device-starting"
  case deviceSafeMode = "device-safe-mode"
  case functionMissing = "function-missing"
  case functionRefused = "function-refused"
  case functionTimeout = "function-timeout"
  case eventNotPublished = "event-not-published"
  case eventWrongName = "event-wrong-name"
  case payloadTruncated = "payload-truncated"
  case payloadNotJSON = "payload-not-json"
  case payloadNotObject = "payload-not-object"
  case payloadMissingField = "payload-missing-field"
  case payloadWrongValue = "payload-wrong-value"
  case payloadWrongToken = "payload-wrong-token"
  case eventDuplicate = "event-duplicate"
  case eventReordered = "event-reordered"

  // Blynk's webhook.
  case webhookNotFiring = "webhook-not-firing"
  case webhookDisabled = "webhook-disabled"
  case webhookQuota = "webhook-quota"
  case webhookMissing = "webhook-missing"
  case webhookWrongPin = "webhook-wrong-pin"
  case webhookWrongDevice = "webhook-wrong-device"
  case webhookWrongToken = "webhook-wrong-token"
  case webhookWrongBody = "webhook-wrong-body"
  case webhookWrongFunction = "webhook-wrong-function"

  // Particle's integration.
  case integrationMissing = "integration-missing"
  case integrationDisabled = "integration-disabled"
  case integrationWrongEvent = "integration-wrong-event"
  case integrationWrongURL = "integration-wrong-url"
  case integrationWrongField = "integration-wrong-field"
  case integrationDefaultFields = "integration-default-fields"
  case integrationDuplicate = "integration-duplicate"
  case integrationSleeping = "integration-sleeping"
  case integrationError = "integration-error"
  case timeout
  case loopV16 = "loop-v16"

  // The way back.
  case echoMissing = "echo-missing"
  case echoStale = "echo-stale"

  // Either cloud.
  case rateLimited = "rate-limited"
  case cloudError = "cloud-error"
  case cloudRefused = "cloud-refused"

  /// What it does to the line, if that is where it strikes.
  var onTheLine: NetworkFault? { NetworkFault(rawValue: rawValue) }
}
