/// What keeps the switch from being written, or from being seen to be.
struct WriteRule {
  let facts: TripFacts

  /// Nil where Blynk took the value.
  var finding: Finding? {
    if let obstacle = facts.before.pins.obstacle {
      if case .said(let region?) = facts.before.region {
        return Finding(.write, .blynkWrongRegion, "\(region) knows this AuthToken.")
      }
      return Finding(.write, obstacle)
    }
    if facts.lacksSwitch {
      return Finding(
        .write, .blynkDatastreamMissing, "Blynk has no datastream \(facts.plan.switchPin).")
    }
    // The stream is refused for the access token, the one that Blynk's webhook calls with.
    // One that was lost before the write leaves nothing to be seen either.
    if let obstacle = facts.events.trouble, !facts.events.isOpen || !facts.write.answer.isAsked {
      return Finding(.call, obstacle, unseen: [.write])
    }
    if let obstacle = facts.write.answer.obstacle { return Finding(.write, obstacle) }
    // Called off before the write.
    return facts.write.answer.isAsked ? nil : .unfinished(.write)
  }

  /// Blynk took the value, and does not keep it.
  var cut: Finding? {
    guard let cut = facts.write.cutTo else { return nil }
    let pin = facts.plan.switchPin
    return Finding(
      .write, .blynkValueClamped,
      "Blynk took \(pin) = \(facts.write.sent ?? 0) twice, and shows \(cut).")
  }
}
