/// Why a console would not take what a person entered. The words are the practice cloud's own; the
/// rules are Blynk's (blynk:limit-webhooks, blynk:webhook-form, blynk:stream-names).
enum BlynkConsoleRefusal: Error, Sendable, Equatable {
  case noTemplate
  case noSuchTemplate(String)
  case noDevice
  case noSuchDevice(String)
  case noDatastream(pin: String)
  case valueRefused(String, stream: String, type: DatastreamType)
  case pinTaken(String)
  case nameTaken(String)
  case limit(String, Int)
  case webhookName
  case webhookURL(String)
  case webhookURLTooLong(limit: Int)
  case webhookBodyTooLong(limitBytes: Int)
  case webhookKeyTooLong(limit: Int)
  case webhookMethod(String)
  case webhookHeader(String)
  case webhookLimit(Int)
  case noWebhook(String)
  case noPlatformAPI
}
