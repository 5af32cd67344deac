import HTTP

/// Why the Particle cloud did not do what was asked. Each case carries the exchange as evidence.
package enum ParticleError: Error, Sendable, Equatable {
  /// The token is unknown, mistyped, deleted or was not seen at all
  /// (particle:token-unknown, particle:token-missing).
  case badToken(ExchangeExcerpt)
  case tokenExpired(ExchangeExcerpt)
  /// Wrong password, unknown user or wrong code; the cloud does not say which
  /// (particle:oauth-wrong-password).
  case badCredentials(ExchangeExcerpt)
  /// Not a device of this account, or not one at all; the cloud does not say which
  /// (particle:device-unknown).
  case deviceUnknown(device: String, ExchangeExcerpt)
  /// The cloud waited and the device did not answer: 400 "Timed out.", 408, old 500s
  /// (particle:function-silent, particle:times-out-texts).
  case deviceSilent(device: String, ExchangeExcerpt)
  case functionMissing(function: String, device: String, ExchangeExcerpt)
  case variableMissing(variable: String, device: String, ExchangeExcerpt)
  case integrationUnknown(id: String, ExchangeExcerpt)
  /// The compiler refused the sources (particle:flash-refused).
  case buildFailed(errors: [String], ExchangeExcerpt)
  /// The token is right, and does not reach this: an API user's outside its scope
  /// (particle:api-user-refused), or what the account may not see.
  case notAllowed(ExchangeExcerpt)
  /// A page of HTML in place of the cloud's refusal: a firewall's or a content network's.
  case blocked(ExchangeExcerpt)
  /// 407: a proxy on the way wants a login.
  case proxyRefused(ExchangeExcerpt)
  /// The cloud redirects nobody, so something on the way does; scheme and host of where to.
  case redirected(to: String, ExchangeExcerpt)
  /// 429, or 529 from the event stream (particle:rate-limit-reply).
  case rateLimited(ExchangeExcerpt)
  /// 5xx.
  case cloudFailed(ExchangeExcerpt)
  /// A refusal in a documented shape that is none of the above.
  case refused(ExchangeExcerpt)
  /// The reply has no shape that the reference knows.
  case unexpectedReply(ExchangeExcerpt)
}

extension ParticleError {
  /// What came back, scrubbed.
  package var witness: ExchangeExcerpt {
    switch self {
    case .badToken(let witness), .tokenExpired(let witness), .badCredentials(let witness),
      .deviceUnknown(_, let witness),
      .deviceSilent(_, let witness), .functionMissing(_, _, let witness),
      .variableMissing(_, _, let witness), .integrationUnknown(_, let witness),
      .buildFailed(_, let witness), .rateLimited(let witness), .cloudFailed(let witness),
      .refused(let witness), .unexpectedReply(let witness), .notAllowed(let witness),
      .blocked(let witness), .proxyRefused(let witness), .redirected(_, let witness):
      witness
    }
  }

  /// Whether the cloud answers and does not let this token look there: refused, or no such place.
  var isClosedDoor: Bool {
    switch self {
    case .badToken, .tokenExpired, .badCredentials, .deviceUnknown, .blocked, .proxyRefused,
      .redirected:
      false
    case .notAllowed: true
    default: [403, 404].contains(witness.status)
    }
  }

  /// Reads a reply: nil when it is a good one.
  init?(_ reply: Reply, about subject: Subject) {
    let failed = !(200..<300).contains(reply.status)
    let body = ErrorBody(reply.body, failed: failed)
    guard failed || body != nil else { return nil }
    self =
      ParticleError.onTheWay(reply)
      ?? (subject == .login ? ParticleError.ofLogin(reply, body) : nil)
      ?? ParticleError.general(reply, body)
      ?? ParticleError.particular(reply, body, subject)
      ?? (reply.status >= 500 ? .cloudFailed(reply.witness) : nil)
      ?? body.map { _ in .refused(reply.witness) }
      ?? .unexpectedReply(reply.witness)
  }

  /// What something between here and the cloud answers in its place.
  private static func onTheWay(_ reply: Reply) -> ParticleError? {
    switch reply.status {
    case 300..<400: reply.strangerOfRedirect.map { .redirected(to: $0, reply.witness) }
    case 407: .proxyRefused(reply.witness)
    case 401, 403, 451: reply.isPage ? .blocked(reply.witness) : nil
    default: nil
    }
  }

  /// The client pair has an error of its own, of which only the code is known
  /// (particle:oauth-wrong-client).
  private static func ofLogin(_ reply: Reply, _ body: ErrorBody?) -> ParticleError? {
    switch body?.code {
    case "invalid_grant": .badCredentials(reply.witness)
    case "invalid_client":
      .refused(reply.witness)
    default: nil
    }
  }

  /// What means the same whatever was asked.
  private static func general(_ reply: Reply, _ body: ErrorBody?) -> ParticleError? {
    if reply.status == 429 || reply.status == 529 { return .rateLimited(reply.witness) }
    switch body?.code {
    case "expired_token": return .tokenExpired(reply.witness)
    case "invalid_token":
      // Both carry this code; only the text tells them apart (particle:token-expired).
      return body?.text.contains("expired") == true
        ? .tokenExpired(reply.witness) : .badToken(reply.witness)
    case "invalid_request" where body?.text.contains("access token") == true:
      return .badToken(reply.witness)
    case "unauthorized", "insufficient_scope":
      return .notAllowed(reply.witness)
    default:
      return reply.status == 401 ? .badToken(reply.witness) : nil
    }
  }

  /// What depends on the thing asked for.
  private static func particular(_ reply: Reply, _ body: ErrorBody?, _ subject: Subject)
    -> ParticleError?
  {
    if let device = subject.device {
      if reply.status == 403, body?.isOfAccount != true {
        return .deviceUnknown(device: device, reply.witness)
      }
      if reply.status == 408 || body?.saysTimedOut == true {
        return .deviceSilent(device: device, reply.witness)
      }
    }
    let missing = reply.status == 404 && body?.text.lowercased().contains("not found") == true
    switch subject {
    case .function(let name, let device) where missing:
      return .functionMissing(function: name, device: device, reply.witness)
    case .variable(let name, let device) where missing:
      return .variableMissing(variable: name, device: device, reply.witness)
    case .integration(let id) where missing:
      return .integrationUnknown(id: id, reply.witness)
    case .flash where body?.output != nil, .build where body?.output != nil:
      let errors = body.map { $0.errors.isEmpty ? [$0.text] : $0.errors } ?? []
      return .buildFailed(errors: errors.map(reply.scrub), reply.witness)
    case .claim(let device) where body?.text.contains("does not exist") == true:
      return .deviceUnknown(device: device, reply.witness)
    case .claim(let device) where body?.text.contains("isn't online") == true:
      return .deviceSilent(device: device, reply.witness)
    // That a device is not recognized says nothing of the token's scope (particle:device-unknown).
    case .account where body?.info?.contains("recognize that device") == true: return nil
    case .account where reply.status == 403 && body?.isOfAccount != true,
      .integration where reply.status == 403 && body?.isOfAccount != true:
      return .notAllowed(reply.witness)
    default:
      return nil
    }
  }
}
