/// Why a console would not take what a person entered. The words are the practice cloud's own; the
/// rules are Blynk's (blynk-cloud §6, §7.2, §9).
enum BlynkConsoleRefusal: Error, Sendable, Equatable {
  case noTemplate
  case noDevice
  case noDatastream(pin: String)
  case valueRefused(String, stream: String, type: DatastreamType)
  case pinTaken(String)
  case webhookName
  case webhookURL(String)
  case webhookURLTooLong(limit: Int)
  case webhookBodyTooLong(limitBytes: Int)
  case webhookMethod(String)
  case webhookHeader(String)
  case webhookLimit(Int)
  case noWebhook(String)

  var message: String {
    switch self {
    case .noTemplate: "The account has no template yet: use the blueprint or make one."
    case .noDevice: "The account has no device yet: activate one."
    case .noDatastream(let pin): "The template has no datastream on \(pin)."
    case .valueRefused(let text, let stream, let type):
      "Incorrect value type for datastream '\(stream)', expected value type is"
        + " '\(type.rawValue)': \(text)"
    case .pinTaken(let pin): "There is a datastream on \(pin) already."
    case .webhookName: "A webhook's name has 1 to 80 letters, digits, spaces, - and '."
    case .webhookURL(let url):
      "A webhook's URL starts with https:// (or is on this machine): \(url)"
    case .webhookURLTooLong(let limit): "A webhook's URL has at most \(limit) characters."
    case .webhookBodyTooLong(let limit): "A webhook's body has at most \(limit) bytes."
    case .webhookMethod(let method): "A webhook sends GET, POST, PUT or DELETE, not \(method)."
    case .webhookHeader(let name):
      "A header's value has only letters, digits, spaces and / _ : ; . - in it: \(name)"
    case .webhookLimit(let limit): "This plan has room for \(limit) webhook, and it is taken."
    case .noWebhook(let name): "There is no webhook of that name: \(name)"
    }
  }
}
