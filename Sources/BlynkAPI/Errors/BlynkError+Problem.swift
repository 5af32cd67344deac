import Core
import HTTP

extension BlynkError: Explained {
  /// The words for a person; the evidence is scrubbed already.
  package var problem: Problem {
    let words = words
    return Problem(
      code: words.code, title: words.title, attempt: "I asked the Blynk cloud:",
      evidence: Phrase.verbatim(witness.lines) + redirect, causes: words.causes, next: words.next,
      outcome: words.outcome)
  }

  /// Where a redirect goes, without the query, which repeats the token.
  private var redirect: [Phrase] {
    switch self {
    case .wrongRegion(let url, _), .strangeRedirect(let url, _): ["Location: \(url)"]
    default: []
    }
  }

  private typealias Words = (
    code: String, title: Phrase, causes: Phrase, next: Phrase, outcome: Problem.Outcome
  )

  private var words: Words {
    switch self {
    case .badToken, .wrongRegion, .badClient: accountWords
    case .strangeRedirect: IntermediaryError.captivePortal
    case .blocked: IntermediaryError.blocked
    case .proxyRefused: IntermediaryError.proxyRefused
    case .datastreamMissing, .wrongType, .wrongPinFormat: streamWords
    case .eventUnknown, .metaFieldMissing, .noData: templateWords
    case .messagesUsedUp, .rateLimited, .cloudFailed, .refused, .unexpectedReply: cloudWords
    }
  }

  private var accountWords: Words {
    switch self {
    case .wrongRegion(let url, _):
      (
        "blynk-wrong-region", "Your Blynk account lives in another region",
        "Blynk keeps an account in one region, and sends me to \(url).",
        "Use \(url) from now on, in Particle's integration too.", .finding
      )
    case .badClient:
      (
        "blynk-bad-client", "Blynk does not know this OAuth client",
        "A character may be missing, the client may be deleted, or the account may live in another "
          + "region.",
        "Make a client in Blynk.Console, Developer Zone, OAuth 2.0; its secret is shown once.",
        .finding
      )
    default:
      (
        "blynk-bad-token", "Blynk does not know this token",
        "A character may be missing, the device may be deleted, or the account may live in another "
          + "region.",
        "Copy the AuthToken from Developer Tools once more, all 32 characters, and look at the "
          + "region at the lower right of Blynk.Console.", .finding
      )
    }
  }

  private var streamWords: Words {
    switch self {
    case .datastreamMissing(let pins, _):
      (
        "blynk-datastream-missing", "The template has no datastream \(Self.names(pins))",
        "It was not made, or the template was not saved.",
        "Add it to the template's datastreams and press Save.", .finding
      )
    case .wrongType(let pins, _):
      (
        "blynk-datastream-type", "The datastream \(Self.names(pins)) has another type", "",
        "Compare its data type with the guide's table of the five datastreams.", .finding
      )
    default:
      (
        "blynk-datastream-missing", "Blynk does not take this as a pin", "",
        "Pins are V0 to V255.", .finding
      )
    }
  }

  private var templateWords: Words {
    switch self {
    case .eventUnknown:
      (
        "blynk-event-missing", "The template has no event of this code", "",
        "Add the event to the template in Blynk.Console and press Save.", .finding
      )
    case .metaFieldMissing:
      (
        "blynk-metafield-missing", "The template has no such metadata field", "",
        "Add the field to the template's metadata and press Save.", .finding
      )
    default:
      (
        "blynk-no-data", "Blynk has nothing to export", "",
        "Choose a longer period, or wait until the device has sent something.", .finding
      )
    }
  }

  private var cloudWords: Words {
    switch self {
    case .messagesUsedUp:
      (
        "blynk-message-limit", "Blynk's messages of this month are used up",
        "Every request and every report of the device counts; the free plan has 100,000 a month.",
        "Wait for the next month or take a larger plan; reports that come less often last longer.",
        .finding
      )
    case .rateLimited:
      (
        "rate-limited", "Blynk asks for fewer requests", "",
        "Wait a minute, then try again.", .couldNotAsk
      )
    case .cloudFailed:
      (
        "cloud-error", "The Blynk cloud has trouble of its own", "",
        "Look at status.blynk.io, and try again later.", .couldNotAsk
      )
    case .refused:
      (
        "cloud-refused", "Blynk refused", "Its reason stands in its reply.",
        "Look in Blynk.Console whether the account, its plan or the device is barred, and compare "
          + "the values of this step.", .finding
      )
    default:
      (
        "unexpected-reply", "I cannot read this reply of the Blynk cloud",
        "Something between here and the cloud may have answered in its place.",
        "Check `--blynk-url` and any proxy, then try again.", .couldNotAsk
      )
    }
  }

  private static func names(_ pins: [Pin]) -> Phrase {
    Wording.list(pins.map(\.description))
  }
}
