import Core

/// What is wrong with the device's event, or why there is none, though the device was called.
struct PublishRule {
  let facts: TripFacts

  /// Of the half from the device to the cloud, set off by a call of ours: what is wrong up to the
  /// device's event.
  var pushed: Finding? {
    if let obstacle = facts.before.pins.obstacle {
      return Finding(.read, obstacle, unseen: [.publish, .forward])
    }
    if let obstacle = facts.events.trouble, !facts.events.isOpen || !facts.write.answer.isAsked {
      return Finding(.publish, obstacle)
    }
    if let obstacle = facts.write.answer.obstacle { return Finding(.publish, obstacle) }
    guard facts.write.answer.isAsked else { return .unfinished(.publish) }
    guard facts.seen.reply == nil else { return nil }
    if facts.events.isLost, let lost = facts.events.trouble { return Finding(.publish, lost) }
    if let misheard { return misheard }
    if facts.seen.isAwkward { return awkward(unseen: []) }
    guard facts.spent.contains(.reverseEvent) else { return .unfinished(.publish) }
    return Finding(
      .publish, .eventNotPublished,
      "I called \(facts.plan.function)(\(sent)) myself, and no \(facts.plan.event) came.")
  }

  /// Our own call was answered, and no event came as it should.
  func silent(_ returned: Int32) -> Finding {
    if let misheard { return misheard }
    let called: Phrase = "I called \(facts.plan.function)(\(sent)) myself: it returned \(returned)"
    return Finding(
      .publish, .eventNotPublished, "\(called), and no \(facts.plan.event) came.",
      unseen: [.call])
  }

  /// The device publishes, but not for the value sent.
  func awkward(unseen: Set<Leg>) -> Finding {
    Finding(
      .publish, .unknown, "The device publishes, but not when it is set to \(sent).",
      unseen: unseen)
  }

  /// What the device reports is the opposite of what it is set to.
  func contrary(_ returned: Int32) -> Finding {
    Finding(
      .publish, .unknown,
      "I called \(facts.plan.function)(\(sent)) myself: it returned \(returned), and the device "
        + "published v\(facts.plan.echoPin.number) = \(1 - sent); with the other value it was the "
        + "other way round.", unseen: [.call])
  }

  /// The integration can make nothing of the event.
  func spoiled(_ defect: PayloadDefect) -> Finding {
    let isSeen = facts.seen.reply != nil
    return Finding(
      .publish, defect.cause, defect.evidence(facts.plan.event), unseen: isSeen ? [] : [.call])
  }

  /// The device's payload came under another name.
  func misnamed(_ name: String) -> Finding {
    Finding(.publish, .eventWrongName, "The device published \(name), not \(facts.plan.event).")
  }

  private var misheard: Finding? {
    facts.seen.misnamed.map { misnamed($0.name) } ?? facts.seen.unreadable.map(spoiled)
  }

  private var sent: Int64 { facts.write.sent ?? 0 }
}
