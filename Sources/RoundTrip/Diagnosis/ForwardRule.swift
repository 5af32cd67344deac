import Core

/// From the device's event to Blynk: what the hooks, the integrations' list and Blynk's own answer
/// tell.
struct ForwardRule {
  let facts: TripFacts

  /// The value did not come back, though the device's event was seen.
  var finding: Finding? {
    if let error = facts.seen.hookError { return refused(Phrase(verbatim: error.text)) }
    if facts.seen.hookSent == nil { return unsent }
    if let finding = facts.integrationCause {
      return Finding(.forward, finding.cause, finding.evidence)
    }
    if carriesAnotherToken {
      return Finding(
        .forward, .payloadWrongToken,
        "Blynk took the event for another device: it carries another AuthToken than this setup's.")
    }
    if let obstacle = facts.readings.trouble { return Finding(.read, obstacle) }
    if let defect = facts.seen.replyDefect { return PublishRule(facts: facts).spoiled(defect) }
    return ReadRule(facts: facts).finding
  }

  /// Blynk shows the value sent, which the integration writes whatever the device says.
  var fixedEcho: Finding? {
    guard facts.proof != nil, case .differing(_, let differences) = facts.integration.finding,
      let cause = facts.integrationCause,
      let echo = differences.first(where: { $0.field == "query.\(facts.plan.echoPin)" }),
      echo.found?.contains("{{") == false
    else { return nil }
    return Finding(.forward, cause.cause, cause.evidence)
  }

  /// No hook was seen.
  private var unsent: Finding {
    if let finding = facts.integrationCause {
      return Finding(.forward, finding.cause, finding.evidence)
    }
    if let obstacle = facts.integration.survey.obstacle { return Finding(.forward, obstacle) }
    if facts.events.isLost, let lost = facts.events.trouble { return Finding(.forward, lost) }
    if let obstacle = facts.readings.trouble { return Finding(.read, obstacle, unseen: [.forward]) }
    return facts.spent.contains(.hook)
      ? Finding(.forward, .timeout, "No hook event came, and Blynk shows nothing new.")
      : .unfinished(.forward)
  }

  /// The hook reported a failure.
  private func refused(_ text: Phrase) -> Finding {
    if text.english.contains("Sleeping") { return Finding(.forward, .integrationSleeping, text) }
    if let finding = facts.integrationCause {
      return Finding(.forward, finding.cause, "\(text) · \(finding.evidence)")
    }
    if facts.seen.hookGaveUp { return Finding(.forward, .timeout, text) }
    if carriesAnotherToken {
      return Finding(
        .forward, .payloadWrongToken,
        "\(text) · the event carries another AuthToken than this setup's.")
    }
    if let defect = facts.seen.replyDefect { return PublishRule(facts: facts).spoiled(defect) }
    if let obstacle = facts.integration.uplink.obstacle, !obstacle.couldNotAsk {
      return Finding(.forward, obstacle.cause, "\(text) · \(obstacle.evidence)")
    }
    if !facts.before.missing.isEmpty {
      let missing = facts.before.missing.joined(separator: ", ")
      return Finding(
        .forward, .blynkDatastreamMissing, "\(text) · Blynk has no datastream \(missing).")
    }
    if let row = facts.integration.emptyRow(of: facts.seen.replyPayload) {
      return Finding(.forward, .integrationWrongField, "\(text) · \(row)")
    }
    if facts.events.hooksAreShared, facts.seen.hookSent != nil {
      return Finding(
        .forward, .unknown,
        "\(text) · Another event was sent; hooks do not say which was this device's.",
        candidates: [.integrationError, .echoMissing])
    }
    return Finding(.forward, .integrationError, text)
  }

  private var carriesAnotherToken: Bool { facts.seen.replyPayload?.carriesOurToken == false }
}
