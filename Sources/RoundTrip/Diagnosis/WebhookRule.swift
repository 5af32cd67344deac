import BlynkAPI
import Core

/// The device works when we call it, and Blynk's webhook did not make it move: what is told of the
/// webhook by the sketch's own count, by other devices and by the way back.
struct WebhookRule {
  let facts: TripFacts

  var finding: Finding {
    if let stranger = facts.seen.stranger {
      return Finding(
        .call, .webhookWrongDevice,
        "The device \(stranger) moved instead, there and back with the switch.")
    }
    switch counted {
    case .calledByReport(let pin):
      return Finding(
        .call, .webhookWrongPin,
        "\(facts.plan.function) was called when \(pin) was written, and not when "
          + "\(facts.plan.switchPin) was.")
    case .calledWith(let argument):
      return Finding(
        .call, .webhookWrongBody,
        "\(facts.plan.function) was called with \"\(argument)\" when the switch moved.")
    case .unknown, .notCalled, .calledRight: break
    }
    return facts.seen.settleEvent != nil ? lostCall : notFiring
  }

  /// By the sketch's own count the webhook did not call the function as it should.
  var isToBlame: Bool {
    switch counted {
    case .notCalled, .calledWith, .calledByReport: true
    case .unknown, .calledRight: false
    }
  }

  /// A call that came before the sketch had registered its function was answered with 404.
  var fresh: Phrase {
    guard facts.device.hasJustStarted, let seconds = facts.device.online?.components.seconds else {
      return ""
    }
    return " The device had come online \(seconds) s before I asked for it."
  }

  /// What the sketch's own count says of the restoring write, which should have called the
  /// function.
  private enum Counted {
    case unknown, notCalled, calledRight, calledWith(String), calledByReport(Pin)
  }

  private var counted: Counted {
    guard let calls = facts.calls.forOneWrite else { return .unknown }
    if let pin = facts.reportedPin { return .calledByReport(pin) }
    if calls <= facts.calls.own { return .notCalled }
    guard let argument = facts.calls.countAgain.value?.argument else { return .unknown }
    if argument == "\(facts.switchBefore)" { return .calledRight }
    // The value sent is no other body: that was a call of ours, or a late one.
    return argument == "\(facts.write.sent ?? 0)" ? .unknown : .calledWith(argument)
  }

  private var notFiring: Finding {
    let direct: Phrase = """
      I called \(facts.plan.function)(\(facts.write.sent ?? 0)) myself: the device works. \
      Blynk's webhook did not make it move.
      """
    return Finding(.call, .webhookNotFiring, direct, candidates: candidates)
  }

  /// The write that put the switch back did move the device: the webhook is there, and one call was
  /// dropped, or came so late that it was not waited for.
  private var lostCall: Finding {
    if let calls = facts.calls.forOneWrite.map({ $0 - facts.calls.own }), calls > 1 {
      let count: Phrase =
        "\(facts.plan.function) was called \(calls) times when I put the switch back once"
      if facts.integration.writesSwitchBack {
        return Finding(
          .call, .loopV16,
          "\(count): the integration writes \(facts.plan.switchPin) as well, and such laps use up "
            + "Blynk's calls.")
      }
      return Finding(
        .call, .webhookLate,
        "\(facts.plan.function) was called \(calls) times when I put the switch back once.")
    }
    return Finding(
      .call, .webhookNotFiring,
      """
      Nothing moved when I set the switch to \(facts.write.sent ?? 0); \
      when I put it back, the device did.
      """ + fresh,
      candidates: [.webhookQuota, .webhookLate]
        + (facts.device.hasJustStarted ? [.deviceStarting] : []))
  }

  /// Blynk's device API shows nothing of a webhook, so these look alike from outside.
  private var candidates: [Cause] {
    var candidates: [Cause] = [
      .webhookDisabled, .webhookWrongToken, .webhookWrongFunction, .webhookMissing,
    ]
    // With a count of calls a wrong body would have shown.
    if case .unknown = counted { candidates.append(.webhookWrongBody) }
    candidates.append(.webhookWrongPin)
    candidates.insert(
      .webhookWrongDevice,
      at: facts.seen.suspects.isEmpty ? candidates.endIndex : candidates.startIndex)
    // A minute of rest that changed nothing speaks against the limit.
    if !facts.spent.contains(.quota) { candidates.append(.webhookQuota) }
    return candidates
  }
}
