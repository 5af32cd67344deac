extension BlynkConsoleRefusal {
  /// What the console would say.
  var message: String {
    switch self {
    case .noTemplate: "The account has no template yet: use the blueprint or make one."
    case .noSuchTemplate(let id): "There is no template \(id)."
    case .noDevice: "The account has no device yet: activate one."
    case .noSuchDevice(let name): "There is no device of that id or name: \(name)"
    case .noDatastream(let pin): "The template has no datastream on \(pin)."
    case .valueRefused(let text, let stream, let type):
      "Incorrect value type for datastream '\(stream)', expected value type is"
        + " '\(type.rawValue)': \(text)"
    case .pinTaken(let pin): "There is a datastream on \(pin) already."
    case .nameTaken(let name): "The name is taken: \(name)"
    case .limit(let things, let limit): "This plan has room for \(limit) \(things)."
    case .noPlatformAPI: "This plan has no Platform API."
    default: webhookMessage
    }
  }

  private var webhookMessage: String {
    switch self {
    case .webhookName: "A webhook's name has 1 to 80 letters, digits, spaces, - and '."
    case .webhookURL(let url):
      "A webhook's URL starts with https:// (or is on this machine): \(url)"
    case .webhookURLTooLong(let limit): "A webhook's URL has at most \(limit) characters."
    case .webhookBodyTooLong(let limit): "A webhook's body has at most \(limit) bytes."
    case .webhookKeyTooLong(let limit):
      "A header's or a parameter's name has at most \(limit) characters."
    case .webhookMethod(let method): "A webhook sends GET, POST, PUT or DELETE, not \(method)."
    case .webhookHeader(let name):
      "A header's value has only letters, digits, spaces and / _ : ; . - in it: \(name)"
    case .noWebhook(let name): "There is no webhook of that name: \(name)"
    case .webhookLimit(let limit): "This plan has room for \(limit) webhook, and it is taken."
    default: ""
    }
  }
}
