/// The half from the device to the cloud, set off by a call of ours.
extension TripJudge {
  /// What is wrong up to the device's event.
  static func pushed(_ facts: TripFacts) -> Finding? {
    if let obstacle = facts.before.obstacle {
      return Finding(.read, obstacle, unseen: [.publish, .forward])
    }
    if let obstacle = facts.streamTrouble, !facts.streamIsOpen || !facts.writing.isAsked {
      return Finding(.publish, obstacle)
    }
    if let obstacle = facts.writing.obstacle { return Finding(.publish, obstacle) }
    guard facts.writing.isAsked else { return unfinished(.publish) }
    guard facts.reply == nil else { return nil }
    if facts.streamIsLost, let lost = facts.streamTrouble { return Finding(.publish, lost) }
    return silent(facts)
  }

  private static func silent(_ facts: TripFacts) -> Finding {
    if let misnamed = facts.misnamed { return wrongName(facts, misnamed.name) }
    if let defect = facts.unreadable { return spoiled(facts, defect) }
    let sent = facts.sent ?? 0
    if facts.isAwkward {
      return Finding(
        .publish, .unknown, "The device publishes, but not when it is set to \(sent).")
    }
    guard facts.spent.contains(.reverseEvent) else { return unfinished(.publish) }
    return Finding(
      .publish, .eventNotPublished,
      "I called \(facts.plan.function)(\(sent)) myself, and no \(facts.plan.event) came.")
  }
}
