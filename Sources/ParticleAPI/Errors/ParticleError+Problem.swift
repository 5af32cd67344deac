import Core
import HTTP

extension ParticleError: Explained {
  /// The words for a person; the evidence is scrubbed already.
  package var problem: Problem {
    let words = words
    return Problem(
      code: words.code, title: words.title, attempt: "I asked the Particle cloud:",
      evidence: Phrase.verbatim(witness.lines) + furtherLines, causes: words.causes,
      next: words.next,
      outcome: words.outcome)
  }

  /// The compiler's text is long; its first lines are the ones that matter.
  private var furtherLines: [Phrase] {
    if case .redirected(let place, _) = self { return ["Location: \(place)"] }
    guard case .buildFailed(let errors, _) = self else { return [] }
    let lines = errors.flatMap { $0.split(separator: "\n").map(String.init) }
    return Phrase.verbatim(Array(lines.prefix(12)))
  }

  private typealias Words = (
    code: String, title: Phrase, causes: Phrase, next: Phrase, outcome: Problem.Outcome
  )

  private var words: Words {
    switch self {
    case .badToken, .tokenExpired, .badCredentials: tokenWords
    case .deviceUnknown, .deviceSilent, .functionMissing, .variableMissing, .buildFailed:
      deviceWords
    case .notAllowed, .blocked, .proxyRefused, .redirected: wayWords
    case .integrationUnknown, .rateLimited, .cloudFailed, .refused, .unexpectedReply: cloudWords
    }
  }

  private var tokenWords: Words {
    if case .tokenExpired = self {
      return (
        "particle-token-expired", "The Particle access token has expired",
        "A token lives 90 days unless it was made to last.",
        "Make a token that lasts (`particle token create --never-expires`), and put it into "
          + "Blynk's webhook too.", .finding
      )
    }
    if case .badCredentials = self {
      return (
        "particle-bad-login", "Particle does not accept this login",
        "The password, the e-mail address or the six digits are not those of an account; Particle "
          + "does not say which. After ten tries in a row it bars this address for half an hour.",
        "Log in once at console.particle.io with the same words, then try again here.", .finding
      )
    }
    return (
      "particle-bad-token", "Particle does not know this access token",
      "A character may be missing, or the token was deleted.",
      "Copy the token once more, all 40 characters, or make a new one.", .finding
    )
  }

  private var deviceWords: Words {
    switch self {
    case .deviceUnknown(let device, _):
      (
        "particle-device-unknown", "Particle does not know this device",
        "The id \(device) may be mistyped, or the device is claimed to another account.",
        "Compare the id with the device list of console.particle.io.", .finding
      )
    case .deviceSilent(let device, _):
      (
        "device-offline", "The device did not answer",
        "The device \(device) is off, asleep, out of reach, or its loop is blocked.",
        "Look at its status light: breathing cyan means it is on the Particle cloud.", .finding
      )
    case .functionMissing(let function, let device, _):
      (
        "function-missing", "The device has no function \(function)",
        "The device \(device) runs another sketch, or one that is older.",
        "Flash the sketch: `footbridge firmware --flash`.", .finding
      )
    case .variableMissing(let variable, _, _):
      (
        "variable-missing", "The device has no variable \(variable)",
        "The device runs another sketch, or one that is older.",
        "Flash the sketch: `footbridge firmware --flash`.", .finding
      )
    default:
      (
        "build-failed", "Particle could not compile the sketch",
        "The compiler's text above names file and line.",
        "Mend the sketch, or take the one that `footbridge firmware` writes.", .finding
      )
    }
  }

  private var wayWords: Words {
    switch self {
    case .notAllowed:
      (
        "particle-token-scope", "This access token does not reach that far",
        "Its reason stands in its reply.",
        "Make a token of your own account (`particle token create --never-expires`): the one here "
          + "is an API user's, or its account may not see this.", .finding
      )
    case .redirected: IntermediaryError.captivePortal
    case .proxyRefused: IntermediaryError.proxyRefused
    default: IntermediaryError.blocked
    }
  }

  private var cloudWords: Words {
    switch self {
    case .integrationUnknown(let id, _):
      (
        "integration-missing", "Particle does not know this integration",
        "The integration \(id) was deleted, or belongs to a product.",
        "Go through the section about the Particle integration again.", .finding
      )
    case .rateLimited:
      (
        "rate-limited", "Particle asks for fewer requests",
        "Limits count by public address, so another program in your network may be the one.",
        "Wait five minutes, then try again.", .couldNotAsk
      )
    case .cloudFailed:
      (
        "cloud-error", "The Particle cloud has trouble of its own", "",
        "Look at status.particle.io, and try again later.", .couldNotAsk
      )
    case .refused:
      (
        "cloud-refused", "Particle refused", "Its reason stands in its reply.",
        "Look in console.particle.io whether the account, its plan or the device is barred, and "
          + "compare the values of this step.", .finding
      )
    default:
      (
        "unexpected-reply", "I cannot read this reply of the Particle cloud",
        "Something between here and the cloud may have answered in its place.",
        "Check `--particle-url` and any proxy, then try again.", .couldNotAsk
      )
    }
  }
}
