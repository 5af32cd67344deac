import HTTP

/// Why the Blynk cloud did not do what was asked. Each case carries the exchange as evidence.
package enum BlynkError: Error, Sendable, Equatable {
  /// "Invalid token.": unknown token, or a right one at the wrong region (blynk:region-bad-token).
  case badToken(ExchangeExcerpt)
  /// 308: the account lives at `url`, scheme and host only (blynk:region-redirect).
  case wrongRegion(url: String, ExchangeExcerpt)
  /// A redirect to a host that is not Blynk's, scheme and host of it; the token is not taken there.
  case strangeRedirect(to: String, ExchangeExcerpt)
  /// A page of HTML in place of the cloud's refusal: a firewall's or a content network's.
  case blocked(ExchangeExcerpt)
  /// 407: a proxy on the way wants a login.
  case proxyRefused(ExchangeExcerpt)
  /// "No datastream setup for that pin." Which of several pins, Blynk does not say.
  case datastreamMissing(pins: [Pin], ExchangeExcerpt)
  /// "Value doesn't match the Datastream data type."
  case wrongType(pins: [Pin], ExchangeExcerpt)
  case wrongPinFormat(pins: [Pin], ExchangeExcerpt)
  /// The template has no event of that code (blynk:log-event-refused).
  case eventUnknown(ExchangeExcerpt)
  /// The template has no such metadata field (blynk:meta-field-refused).
  case metaFieldMissing(ExchangeExcerpt)
  /// Nothing to export (blynk:export-refused); Blynk says it as a 500.
  case noData(ExchangeExcerpt)
  /// The OAuth client or its grant is not known (blynk:platform-token-refused).
  case badClient(ExchangeExcerpt)
  /// The month's messages are used up; the limit is documented (blynk:limit-messages), its words
  /// are not (blynk:limit-messages-reply), so that any which tell of messages and of their end are
  /// taken for it.
  case messagesUsedUp(ExchangeExcerpt)
  /// 429; Blynk does not document what it answers over its limits (blynk:limit-requests).
  case rateLimited(ExchangeExcerpt)
  /// 5xx.
  case cloudFailed(ExchangeExcerpt)
  /// Another refusal, with its text.
  case refused(ExchangeExcerpt)
  /// The reply has no shape that the reference knows.
  case unexpectedReply(ExchangeExcerpt)
}

extension BlynkError {
  /// What came back, scrubbed.
  package var witness: ExchangeExcerpt {
    switch self {
    case .badToken(let witness), .wrongRegion(_, let witness), .strangeRedirect(_, let witness),
      .datastreamMissing(_, let witness), .wrongType(_, let witness),
      .wrongPinFormat(_, let witness), .eventUnknown(let witness), .metaFieldMissing(let witness),
      .noData(let witness), .badClient(let witness), .messagesUsedUp(let witness),
      .rateLimited(let witness),
      .cloudFailed(let witness),
      .refused(let witness), .unexpectedReply(let witness), .blocked(let witness),
      .proxyRefused(let witness):
      witness
    }
  }

  /// Reads a reply: nil when it is a good one.
  init?(_ reply: Reply, from url: String, about pins: [Pin]) {
    let witness = reply.witness
    switch reply.status {
    case 200..<300: return nil
    case 300..<400: self = .init(redirect: reply, from: url)
    case 407: self = .proxyRefused(witness)
    case 401 where reply.isPage, 403 where reply.isPage, 451 where reply.isPage:
      self = .blocked(witness)
    case 429: self = .rateLimited(witness)
    default:
      let known = ErrorText(reply.body).map { BlynkError($0, pins, reply) }
      let isOwnFault = reply.status >= 500 && known?.isAnswer != true
      self = isOwnFault ? .cloudFailed(witness) : known ?? .unexpectedReply(witness)
    }
  }

  /// Whether it answers the question, be the status a 500: the export does so
  /// (blynk:export-refused).
  private var isAnswer: Bool {
    switch self {
    case .noData, .wrongPinFormat: true
    default: false
    }
  }

  /// A redirect to one of Blynk's hosts names the account's region (blynk:region-redirect); any
  /// other is somebody else's, such as a network's sign-in page.
  private init(redirect reply: Reply, from url: String) {
    let location = reply.header("Location") ?? ""
    guard let place = reply.redirectOrigin, let here = Origin(url) else {
      self = .unexpectedReply(reply.witness)
      return
    }
    let target = Origin(location)
    if target == here {
      self = .unexpectedReply(reply.witness)
    } else if let target,
      target.isBlynk || target.mayFollow(here) && target.isRegion(in: location, of: here)
    {
      self = .wrongRegion(url: target.url, reply.witness)
    } else {
      self = .strangeRedirect(to: place, reply.witness)
    }
  }

  /// The texts of blynk:error-texts, compared without case and final stop.
  private init(_ text: ErrorText, _ pins: [Pin], _ reply: Reply) {
    let witness = reply.witness
    switch text.plain {
    case "invalid token": self = .badToken(witness)
    case "no datastream setup for that pin", "requested pin doesn't exist in the app":
      self = .datastreamMissing(pins: pins, witness)
    case "value doesn't match the datastream data type":
      self = .wrongType(pins: pins, witness)
    case "wrong pin format": self = .wrongPinFormat(pins: pins, witness)
    case "can't find event with this code in product template": self = .eventUnknown(witness)
    case "metafield doesn't exist": self = .metaFieldMissing(witness)
    case "no data": self = .noData(witness)
    case let plain where BlynkError.tellsOfUsedUpMessages(plain): self = .messagesUsedUp(witness)
    case let plain where plain.hasPrefix("requested datastream doesn't exist"):
      self = .datastreamMissing(pins: pins, witness)
    default: self = .refused(witness)
    }
  }

  private static func tellsOfUsedUpMessages(_ text: String) -> Bool {
    text.contains("message")
      && ["used up", "limit", "quota", "exceed", "exhaust"].contains { text.contains($0) }
  }
}
