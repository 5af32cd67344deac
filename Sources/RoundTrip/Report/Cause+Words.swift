import Core

extension Cause {
  /// What it is, in a few words.
  package var title: Phrase { words.title }
  /// The way to mend it, in a sentence.
  package var fix: Phrase { words.fix }
  /// The guide's section that mends it; nil where none does, as for the network.
  package var section: ReportSection? { words.section }

  private typealias Words = (title: Phrase, fix: Phrase, section: ReportSection?)

  private var words: Words {
    switch self {
    case .networkUnreachable, .tlsUntrusted, .rateLimited, .cloudError, .cloudRefused,
      .unexpectedReply, .localResource, .timeout, .unknown:
      asking
    case .proxyRefused, .captivePortal, .requestBlocked, .recordingMiss: onTheWay
    case .blynkWrongRegion, .blynkBadToken, .blynkDatastreamMissing, .blynkDatastreamType,
      .blynkValueClamped, .blynkMessageLimit:
      blynk
    case .particleTokenExpired, .particleTokenEnding, .particleTokenScope: token
    case .particleBadToken, .particleDeviceUnknown, .deviceOffline,
      .deviceStarting, .deviceSafeMode, .functionMissing, .functionRefused, .functionTimeout:
      device
    case .webhookNotFiring, .webhookMissing, .webhookWrongPin, .webhookWrongDevice,
      .webhookWrongFunction, .webhookWrongToken,
      .webhookWrongBody, .webhookQuota, .webhookDisabled, .webhookLate:
      webhook
    case .eventNotPublished, .eventWrongName: event
    case .payloadTruncated, .payloadNotJSON, .payloadNotObject, .payloadMissingField,
      .payloadWrongValue, .payloadWrongToken:
      payload
    case .integrationMissing, .integrationDisabled, .integrationWrongEvent, .integrationWrongURL,
      .integrationWrongField, .integrationDefaultFields, .integrationDuplicate,
      .integrationSleeping, .integrationError:
      integration
    case .echoStale, .echoMissing, .loopV16: echo
    }
  }

  private var asking: Words {
    switch self {
    case .networkUnreachable:
      (
        "I cannot reach a cloud",
        "Check the network, a proxy and the cloud's address, then try again.", nil
      )
    case .tlsUntrusted:
      (
        "I do not trust the line to a cloud", "Check the clock, the proxy and `CURL_CA_BUNDLE`.",
        nil
      )
    case .rateLimited:
      ("A cloud asks for fewer requests", "Wait five minutes, then try again.", nil)
    case .cloudError:
      (
        "A cloud has trouble of its own", "Try again later; the clouds' status pages tell more.",
        nil
      )
    case .cloudRefused:
      (
        "A cloud refuses, and says why",
        "Read the reason in the evidence: the account, its plan or the device may be barred; the "
          + "cloud's console tells more.", nil
      )
    case .unexpectedReply:
      (
        "Something else answers in a cloud's place",
        "Log in to the network's own page if it has one, check the proxy and the cloud's address, "
          + "then try again.", nil
      )
    case .localResource:
      (
        "This machine lacks what a call needs",
        "Give it what the evidence names: libcurl, memory, or more open files (`ulimit -n`).", nil
      )
    case .timeout:
      (
        "An answer did not come in time",
        "Try again; the evidence says whose answer it was and how long I waited.", nil
      )
    default:
      ("I cannot tell why", "Walk through the section about testing, hop by hop.", .testing)
    }
  }

  private var onTheWay: Words {
    switch self {
    case .proxyRefused:
      (
        "The proxy does not let me through",
        "Put the proxy's login into `HTTPS_PROXY`, or ask who runs it to open the cloud's host.",
        nil
      )
    case .captivePortal:
      (
        "Something on the way sends me elsewhere",
        "Sign in to the network in a browser; else look at the proxy and at the cloud's address.",
        nil
      )
    case .requestBlocked:
      (
        "Something before the cloud refuses me",
        "Try from another network, or without the VPN; tokens and settings have no part in it.", nil
      )
    default:
      (
        "The recording does not hold this request",
        "Run the command that was recorded, with the same addresses.", nil
      )
    }
  }

  private var token: Words {
    switch self {
    case .particleTokenExpired:
      (
        "The Particle access token has expired",
        "Make a token that lasts (`particle token create --never-expires`), and put it into "
          + "Blynk's webhook too.", .blynkWebhook
      )
    case .particleTokenEnding:
      (
        "The Particle access token ends within the hour",
        "Make a token that lasts (`particle token create --never-expires`), and put it into "
          + "Blynk's webhook too.", .blynkWebhook
      )
    default:
      (
        "This access token does not reach that far",
        "Make a token of your own account (`particle token create --never-expires`): the one here "
          + "is an API user's, or its account may not see this.", .prepare
      )
    }
  }

  private var blynk: Words {
    switch self {
    case .blynkWrongRegion:
      (
        "Your Blynk account lives in another region",
        "Set `blynk.server` to the region in the evidence, here and in Particle's integration.",
        .prepare
      )
    case .blynkBadToken:
      (
        "Blynk does not know this token",
        "Copy the AuthToken from Developer Tools once more.", .activation
      )
    case .blynkDatastreamMissing:
      (
        "The Blynk template lacks a datastream",
        "Add the datastream named in the evidence to the template and press Save.", .datastreams
      )
    case .blynkDatastreamType:
      (
        "A datastream has another type",
        "Give the datastream the data type of the guide's table.", .datastreams
      )
    case .blynkMessageLimit:
      (
        "Blynk's messages of this month are used up",
        "Wait for the next month or take a larger plan; reports that come less often last longer.",
        nil
      )
    default:
      (
        "Blynk cut the value to the datastream's range",
        "Set the range of the datastream to 0 and 1, and leave off its option to wait for "
          + "confirmation from the device.", .datastreams
      )
    }
  }

  private var device: Words {
    switch self {
    case .particleBadToken:
      (
        "Particle does not know this access token",
        "Make a new access token, and put it into Blynk's webhook too.", .blynkWebhook
      )
    case .particleDeviceUnknown:
      (
        "Particle does not know this device",
        "Compare the device id with the Particle console.", .prepare
      )
    case .deviceOffline:
      (
        "The device is offline",
        "Give it power and coverage; breathing cyan means it is on the Particle cloud.", .firmware
      )
    case .deviceStarting:
      (
        "The device has just started and does not offer its function yet",
        "Wait a minute, then try again: a sketch may wait for a USB cable or a network first.",
        .firmware
      )
    case .deviceSafeMode:
      (
        "The device is in safe mode: its sketch does not run",
        "Press its reset button; if it breathes magenta again, flash the sketch: "
          + "`footbridge firmware --flash`.", .firmware
      )
    case .functionMissing:
      (
        "The device does not know the function", "Flash the sketch: `footbridge firmware --flash`.",
        .firmware
      )
    case .functionRefused:
      (
        "The device refused the value",
        "Flash the sketch again: the one on the device answers otherwise.", .firmware
      )
    default:
      (
        "The device is online but did not answer the call",
        "Look for a loop() in the sketch that blocks, then restart the device.", .firmware
      )
    }
  }

  private var webhook: Words {
    let section = ReportSection.blynkWebhook
    switch self {
    case .webhookMissing:
      return (
        "Blynk has no webhook for the switch", "Make the webhook of the guide in Blynk.Console.",
        section
      )
    case .webhookWrongPin:
      return (
        "Blynk's webhook is tied to another datastream", "Choose V16 as its datastream.", section
      )
    case .webhookWrongDevice:
      return ("Blynk's webhook calls another device", "Put this device's id into its URL.", section)
    case .webhookWrongFunction:
      return (
        "Blynk's webhook calls another function", "End its URL in the function's name.", section
      )
    case .webhookWrongToken:
      return (
        "Blynk's webhook carries another token",
        "Set its header Authorization to `Bearer`, a space and the access token.", section
      )
    case .webhookWrongBody:
      return (
        "Blynk's webhook sends another body",
        "Set its body, as Custom JSON, to {\"args\":\"{device_pinValue}\"}.", section
      )
    case .webhookQuota:
      return (
        "Blynk dropped the webhook call", "Wait a minute between trips: it allows ten a minute.",
        section
      )
    case .webhookLate:
      return (
        "Blynk calls its webhook late", "Try again in a while; nothing of yours is wrong.", nil
      )
    case .webhookDisabled:
      return ("Blynk's webhook is disabled", "Enable it in Blynk's list of webhooks.", section)
    default:
      return (
        "Blynk's webhook does not reach the device",
        "Compare Blynk's webhook field by field: enabled, device, V16, URL, header, body.", section
      )
    }
  }

  private var event: Words {
    switch self {
    case .eventNotPublished:
      (
        "The device does not publish",
        "Flash the sketch, and look at the device's events in the Particle console.", .firmware
      )
    default:
      (
        "The device publishes under another name",
        "Flash the sketch: its event and the integration's must be the same.", .firmware
      )
    }
  }

  private var payload: Words {
    switch self {
    case .payloadTruncated:
      ("The device's event is cut short", "Flash the sketch: its buffer is made to fit.", .firmware)
    case .payloadNotJSON:
      (
        "The device's event is not JSON",
        "Mend what the sketch writes at the place in the evidence, or flash the one of the guide.",
        .firmware
      )
    case .payloadNotObject:
      (
        "The device's event is JSON, but no object",
        "Have the sketch publish one object, in braces, with the names of the guide.", .firmware
      )
    case .payloadMissingField:
      (
        "The device's event lacks a field",
        "Have the sketch publish the fields that the evidence names, in lower case, or flash the "
          + "one of the guide.", .firmware
      )
    case .payloadWrongValue:
      (
        "A field of the device's event has a value that Blynk cannot take",
        "Have the sketch publish a number there, 0 or 1 for V17.", .firmware
      )
    default:
      (
        "The sketch on the device carries another AuthToken",
        "Flash the sketch again: `footbridge firmware --flash`.", .firmware
      )
    }
  }

  private var integration: Words {
    switch self {
    case .integrationMissing:
      return (
        "Particle has no integration for the event", "Make the integration once more.",
        .particleIntegration
      )
    case .integrationDisabled:
      return (
        "Particle's integration is disabled", "Enable it in the Particle console.",
        .particleIntegration
      )
    case .integrationDuplicate:
      return (
        "Particle has the integration twice", "Delete one of the two; each sends a message.",
        .particleIntegration
      )
    case .integrationSleeping:
      return (
        "Particle's integration sleeps after errors", "Wait a minute, then try again.",
        .particleIntegration
      )
    case .integrationError:
      return (
        "Blynk refused what Particle's integration sent",
        "Look at the integration's log in the Particle console for Blynk's answer.",
        .particleIntegration
      )
    default:
      return (
        "Particle's integration differs from the guide",
        "Set the fields named in the evidence as the guide has them.", .particleIntegration
      )
    }
  }

  private var echo: Words {
    switch self {
    case .loopV16:
      (
        "The switch is echoed: a second, unasked lap",
        "Remove the V16 row from Particle's integration; V17 alone reports the device.",
        .particleIntegration
      )
    case .echoStale:
      (
        "Blynk shows an old echo",
        "Try again; if it stays so, look for a second device that writes with this AuthToken.",
        .testing
      )
    default:
      (
        "Blynk does not show the echo",
        "Look at V17 in Developer Tools, under Errors too.", .testing
      )
    }
  }
}
