extension Fault {
  /// What each fault does, in the order of the way that a value takes.
  package static let registry: [FaultEntry] = [
    FaultEntry(.networkUnreachable, nil, "Blynk's port is closed: nobody answers there."),
    FaultEntry(
      .particleUnreachable, nil, "Particle's port is closed: nobody answers there.",
      cause: "network-unreachable"),
    FaultEntry(
      .tlsUntrusted, nil, "Blynk's port wants https, with a certificate that nobody trusts."),
    FaultEntry(
      .connectionReset, nil, "Either cloud resets the connection in place of an answer.",
      cause: "network-unreachable"),
    FaultEntry(.stall, nil, "Either cloud takes a request and never answers.", cause: "timeout"),
    FaultEntry(
      .halfOpenStream, nil, "Particle's event stream opens and falls silent.",
      cause: "timeout"),
    FaultEntry(
      .truncatedBody, nil, "Either cloud's reply ends in its middle.",
      cause: "network-unreachable"),
    FaultEntry(
      .oversizedBody, nil, "Either cloud's reply is longer than any client wants.",
      cause: "unexpected-reply"),
    FaultEntry(
      .errorPage, nil, "A proxy answers for the clouds: 502 and a page of HTML.",
      cause: "cloud-error"),
    FaultEntry(
      .requestBlocked, nil, "A content network answers for the clouds: 403 and a page of HTML."),
    FaultEntry(
      .captivePortal, nil, "A network's sign-in page answers for the clouds: 302 to another host."),
    FaultEntry(.proxyRefused, nil, "A proxy answers for the clouds: 407, as it wants a login."),
    FaultEntry(.rateLimited, nil, "Both clouds say that there were too many requests."),
    FaultEntry(.cloudError, nil, "Both clouds fail: a server error with nothing in it."),
    FaultEntry(.cloudRefused, .write, "Both clouds refuse, with a reason in words of their own."),

    FaultEntry(.blynkWrongRegion, .write, "The Blynk account lives in another region."),
    FaultEntry(.blynkBadToken, .write, "The AuthToken was changed: Blynk knows it no more."),
    FaultEntry(.blynkDatastreamMissing, .write, "The template has no datastream on V16."),
    FaultEntry(
      .blynkDatastreamType, .forward,
      "V6 was made Integer, the console's first choice, not String."),
    FaultEntry(
      .blynkValueClamped, .read, "V17's Max is 0: a 1 is taken, and cut to 0 in silence."),
    FaultEntry(
      .blynkMessageLimit, .write, "Blynk's messages of this month are used up: it refuses them all."
    ),

    FaultEntry(.webhookNotFiring, .call, "Blynk's webhook does not fire."),
    FaultEntry(
      .webhookDisabled, .call, "Blynk's webhook is switched off in the console.",
      cause: "webhook-not-firing"),
    FaultEntry(
      .webhookMissing, .call, "Blynk's webhook was deleted: there is none.",
      cause: "webhook-not-firing"),
    FaultEntry(.webhookWrongPin, .call, "Blynk's webhook is tied to V17, not to V16."),
    FaultEntry(
      .webhookQuota, .call, "Others have used up the webhook calls of this minute.",
      cause: "webhook-not-firing"),
    FaultEntry(
      .webhookWrongDevice, .call, "Blynk's webhook calls another device of the account."),
    FaultEntry(
      .webhookWrongToken, .call, "The access token in Blynk's webhook has a wrong digit.",
      cause: "webhook-not-firing"),
    FaultEntry(
      .webhookWrongBody, .call,
      "The body's placeholder is misspelt: the device gets its literal text."),
    FaultEntry(
      .webhookWrongFunction, .call, "The URL of Blynk's webhook ends in another function.",
      cause: "webhook-not-firing"),

    FaultEntry(.particleBadToken, .call, "Particle knows the access token no more."),
    FaultEntry(.particleTokenExpired, .call, "The access token has expired."),
    FaultEntry(
      .particleTokenEnding, nil, "The access token ends in half an hour.", cause: "none"),
    FaultEntry(
      .particleTokenScope, .call, "The access token is an API user's, and made for other things."),
    FaultEntry(.particleDeviceUnknown, .call, "The device is not in the Particle account."),
    FaultEntry(.deviceOffline, .call, "The device has no connection to Particle."),
    FaultEntry(
      .deviceStarting, nil, "The device came online a moment ago; its sketch has no function yet."),
    FaultEntry(.deviceSafeMode, .call, "The device is in safe mode: its sketch does not run."),
    FaultEntry(.functionMissing, .call, "The sketch on the device has no such function."),
    FaultEntry(.functionRefused, .call, "The sketch answers every call with -1."),
    FaultEntry(.functionTimeout, .call, "The device does not answer the function call."),
    FaultEntry(.eventNotPublished, .publish, "What the device publishes does not reach Particle."),

    FaultEntry(
      .eventWrongName, .publish, "The sketch's event name begins with a capital letter."),
    FaultEntry(.payloadTruncated, .publish, "The sketch's buffer is too small for its event."),
    FaultEntry(
      .payloadNotJSON, .publish, "The sketch writes `nan` where its sensor has no reading."),
    FaultEntry(.payloadNotObject, .publish, "The sketch publishes a number alone."),
    FaultEntry(.payloadMissingField, .publish, "The sketch's event has no `v17`."),
    FaultEntry(.payloadWrongValue, .publish, "The sketch writes `true` and `false` for V17."),
    FaultEntry(.payloadWrongToken, .forward, "The sketch carries another AuthToken."),
    FaultEntry(.eventDuplicate, nil, "Every event comes twice.", cause: "none"),
    FaultEntry(.eventReordered, nil, "An event comes after the next one.", cause: "none"),

    FaultEntry(.integrationMissing, .forward, "Particle's integration is not there."),
    FaultEntry(.integrationDisabled, .forward, "Particle's integration is disabled."),
    FaultEntry(
      .integrationWrongEvent, .forward, "The integration waits for another event name."),
    FaultEntry(.integrationWrongURL, .forward, "The integration's URL lacks its last letter."),
    FaultEntry(
      .integrationWrongField, .forward, "The row of V17 is filled from a misspelt key."),
    FaultEntry(
      .integrationDefaultFields, .forward, "The integration sends default fields, no pins to Blynk."
    ),
    FaultEntry(.integrationDuplicate, nil, "There are two of each integration."),
    FaultEntry(
      .integrationSleeping, .forward, "Blynk gave the integration too many errors: it sleeps."),
    FaultEntry(.timeout, .forward, "The integration's target takes the request and keeps still."),
    FaultEntry(.integrationError, .forward, "The integration's target answers an error."),
    FaultEntry(.loopV16, nil, "The integration writes V16 too: it fires Blynk's webhook again."),

    FaultEntry(.echoMissing, .read, "Blynk takes the integration's batch and stores nothing."),
    FaultEntry(.echoStale, .read, "Blynk stores V17 of the batch; V6 and V14 stay as they were."),
  ]
}
