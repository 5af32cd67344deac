import Wire

/// Why the Blynk cloud did not do what was asked. Each case carries the exchange as evidence.
package enum BlynkError: Error, Sendable, Equatable {
  /// "Invalid token.": unknown token, or a right one at the wrong region (blynk-cloud §1).
  case badToken(Exchange)
  /// 308: the account lives at `url`, scheme and host only (§1).
  case wrongRegion(url: String, Exchange)
  /// 308 to a host that is not Blynk's; the token is not taken there.
  case strangeRedirect(host: String, Exchange)
  /// "No datastream setup for that pin." Which of several pins, Blynk does not say.
  case datastreamMissing(pins: [Pin], Exchange)
  /// "Value doesn't match the Datastream data type."
  case wrongType(pins: [Pin], Exchange)
  case wrongPinFormat(pins: [Pin], Exchange)
  /// 429; Blynk does not document what it answers over its limits (§2).
  case rateLimited(Exchange)
  /// 5xx.
  case cloudFailed(Exchange)
  /// Another refusal, with its text.
  case refused(text: String, Exchange)
  /// The reply has no shape that the reference knows.
  case unexpectedReply(Exchange)
}

extension BlynkError {
  /// What came back, scrubbed.
  package var exchange: Exchange {
    switch self {
    case .badToken(let exchange), .wrongRegion(_, let exchange), .strangeRedirect(_, let exchange),
      .datastreamMissing(_, let exchange), .wrongType(_, let exchange),
      .wrongPinFormat(_, let exchange), .rateLimited(let exchange), .cloudFailed(let exchange),
      .refused(_, let exchange), .unexpectedReply(let exchange):
      exchange
    }
  }

  /// Reads a reply: nil when it is a good one.
  init?(_ reply: Reply, _ response: Response, from url: String, about pins: [Pin]) {
    let exchange = reply.exchange
    switch response.status {
    case 200..<300: return nil
    case 301, 302, 307, 308:
      self = .init(redirect: response.header("Location") ?? "", from: url, exchange)
    case 429: self = .rateLimited(exchange)
    case 500...:
      self = .cloudFailed(exchange)
    default:
      guard let text = ErrorText(reply.body) else {
        self = .unexpectedReply(exchange)
        return
      }
      self = .init(text, pins, exchange)
    }
  }

  private init(redirect location: String, from url: String, _ exchange: Exchange) {
    guard let target = Origin(location), let here = Origin(url) else {
      self = .unexpectedReply(exchange)
      return
    }
    self =
      target.mayFollow(here)
      ? .wrongRegion(url: target.url, exchange)
      : .strangeRedirect(host: target.host, exchange)
  }

  /// The texts of blynk-cloud §17, compared without case and final stop.
  private init(_ text: ErrorText, _ pins: [Pin], _ exchange: Exchange) {
    switch text.plain {
    case "invalid token": self = .badToken(exchange)
    case "no datastream setup for that pin", "requested pin doesn't exist in the app":
      self = .datastreamMissing(pins: pins, exchange)
    case "value doesn't match the datastream data type":
      self = .wrongType(pins: pins, exchange)
    case "wrong pin format": self = .wrongPinFormat(pins: pins, exchange)
    case let plain where plain.hasPrefix("requested datastream doesn't exist"):
      self = .datastreamMissing(pins: pins, exchange)
    default: self = .refused(text: text.shown, exchange)
    }
  }
}
