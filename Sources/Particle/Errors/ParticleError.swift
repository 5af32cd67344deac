import Wire

/// Why the Particle cloud did not do what was asked. Each case carries the exchange as evidence.
package enum ParticleError: Error, Sendable, Equatable {
  /// The token is unknown, mistyped, deleted or was not seen at all (particle-cloud §2.5).
  case badToken(Exchange)
  case tokenExpired(Exchange)
  /// Not a device of this account, or not one at all; the cloud does not say which (§3.3).
  case deviceUnknown(device: String, Exchange)
  /// The cloud waited and the device did not answer: 400 "Timed out.", 408, old 500s (§3.7).
  case deviceSilent(device: String, Exchange)
  case functionMissing(function: String, device: String, Exchange)
  case variableMissing(variable: String, device: String, Exchange)
  case integrationUnknown(id: String, Exchange)
  /// The compiler refused the sources (§8.2).
  case buildFailed(errors: [String], Exchange)
  /// 429, or 529 from the event stream (§10).
  case rateLimited(Exchange)
  /// 5xx.
  case cloudFailed(Exchange)
  /// A refusal in a documented shape that is none of the above.
  case refused(text: String, Exchange)
  /// The reply has no shape that the reference knows.
  case unexpectedReply(Exchange)
}

extension ParticleError {
  /// What came back, scrubbed.
  package var exchange: Exchange {
    switch self {
    case .badToken(let exchange), .tokenExpired(let exchange), .deviceUnknown(_, let exchange),
      .deviceSilent(_, let exchange), .functionMissing(_, _, let exchange),
      .variableMissing(_, _, let exchange), .integrationUnknown(_, let exchange),
      .buildFailed(_, let exchange), .rateLimited(let exchange), .cloudFailed(let exchange),
      .refused(_, let exchange), .unexpectedReply(let exchange):
      exchange
    }
  }

  /// Reads a reply: nil when it is a good one.
  init?(_ reply: Reply, about subject: Subject) {
    let failed = !(200..<300).contains(reply.status)
    let body = ErrorBody(reply.body, failed: failed)
    guard failed || body != nil else { return nil }
    self =
      ParticleError.general(reply, body)
      ?? ParticleError.particular(reply, body, subject)
      ?? (reply.status >= 500 ? .cloudFailed(reply.exchange) : nil)
      ?? body.map { .refused(text: $0.text, reply.exchange) }
      ?? .unexpectedReply(reply.exchange)
  }

  /// What means the same whatever was asked.
  private static func general(_ reply: Reply, _ body: ErrorBody?) -> ParticleError? {
    if reply.status == 429 || reply.status == 529 { return .rateLimited(reply.exchange) }
    switch body?.code {
    case "expired_token": return .tokenExpired(reply.exchange)
    case "invalid_token":
      // Both carry this code; only the text tells them apart (§2.5).
      return body?.text.contains("expired") == true
        ? .tokenExpired(reply.exchange) : .badToken(reply.exchange)
    case "invalid_request" where body?.text.contains("access token") == true:
      return .badToken(reply.exchange)
    default:
      return reply.status == 401 ? .badToken(reply.exchange) : nil
    }
  }

  /// What depends on the thing asked for.
  private static func particular(_ reply: Reply, _ body: ErrorBody?, _ subject: Subject)
    -> ParticleError?
  {
    if let device = subject.device {
      if reply.status == 403 { return .deviceUnknown(device: device, reply.exchange) }
      if reply.status == 408 || body?.saysTimedOut == true {
        return .deviceSilent(device: device, reply.exchange)
      }
    }
    let missing = reply.status == 404 && body?.text.lowercased().contains("not found") == true
    switch subject {
    case .function(let name, let device) where missing:
      return .functionMissing(function: name, device: device, reply.exchange)
    case .variable(let name, let device) where missing:
      return .variableMissing(variable: name, device: device, reply.exchange)
    case .integration(let id) where missing:
      return .integrationUnknown(id: id, reply.exchange)
    case .flash where body?.output != nil:
      return .buildFailed(errors: body?.errors ?? [], reply.exchange)
    default:
      return nil
    }
  }
}
