import Core

/// Particle says that the event was sent; Blynk does not show it.
struct ReadRule {
  let facts: TripFacts

  var finding: Finding {
    guard let last = facts.readings.all.last else { return .unfinished(.read) }
    let plan = facts.plan
    let shown: Phrase = "\(plan.echoPin) is \(last.echo.map { "\($0)" } ?? "empty" as Phrase)"
    if !facts.before.missing.isEmpty {
      let missing = facts.before.missing.joined(separator: ", ")
      return Finding(.read, .blynkDatastreamMissing, "Blynk has no datastream \(missing).")
    }
    let isOld = last.echo == facts.write.sent
    if isOld, last.echo == facts.before.known?.echo {
      return Finding(
        .read, .echoMissing,
        "\(shown), as before, and \(plan.timePin) and \(plan.counterPin) are "
          + "from before too.", candidates: [.echoStale])
    }
    if isOld {
      return Finding(
        .read, .echoStale, "\(shown), but \(plan.timePin) and \(plan.counterPin) are from before.")
    }
    if isCut(last) {
      return Finding(
        .read, .blynkValueClamped,
        "\(shown), though \(plan.timePin) and \(plan.counterPin) are those of the event.")
    }
    return Finding(.read, .echoMissing, "\(shown) after \(facts.readings.all.count) readings.")
  }

  /// The event's other values arrived by a right integration, the echo did not: Blynk cut it.
  private func isCut(_ last: Reading) -> Bool {
    guard case .right = facts.integration.finding, last.echo != nil, let counter = last.counter,
      let known = facts.before.known
    else { return false }
    return counter == facts.seen.replyPayload?.counter
      && CloudTime.isNewer(last.time, than: known.time)
  }
}
