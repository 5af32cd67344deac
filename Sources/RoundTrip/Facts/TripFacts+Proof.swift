import BlynkAPI

/// What proves that the value came back, and what it may be confused with.
extension TripFacts {
  /// Whether all that was asked for is proven.
  var isProven: Bool { proof != nil || (plan.kind == .down && seen.reply != nil) }

  /// The reading that proves the whole trip. It does not when another device with our AuthToken may
  /// have written it, and ours was not seen.
  var proof: Reading? {
    let seen = seen
    return seen.reply == nil && seen.hasImpostor ? nil : readings.all.first(where: proves)
  }

  /// The echo is what was sent, the time is newer than before or the event's own, and the counter
  /// is that of the event itself or has grown.
  private func proves(_ reading: Reading) -> Bool {
    guard let known = before.known, reading.echo == write.sent, write.sent != nil,
      isNew(reading, known)
    else { return false }
    guard let counter = reading.counter, let knownCounter = known.counter else { return true }
    return counter >= knownCounter || counter == seen.replyPayload?.counter
  }

  /// Whoever wrote a time of the future there once makes none newer; the event's own stamp is.
  private func isNew(_ reading: Reading, _ known: Reading) -> Bool {
    if CloudTime.isNewer(reading.time, than: known.time) { return true }
    let isChange = reading.time != known.time || (reading.echo != known.echo && known.echo != nil)
    guard isChange, let stamp = seen.reply?.publishedAt.flatMap(CloudTime.seconds)
    else { return false }
    return reading.time.flatMap(CloudTime.seconds) == stamp
  }

  /// A report of the device's own, from about the moment of the call, is what Blynk shows.
  var isOvertaken: Bool {
    guard let reply = seen.reply, let last = readings.all.last, let known = before.known,
      last.echo != write.sent, CloudTime.isNewer(last.time, than: known.time),
      let shown = last.time.flatMap(CloudTime.seconds),
      let own = reply.publishedAt.flatMap(CloudTime.seconds)
    else { return false }
    return shown < own || seen.toldOther(at: last.time)
  }

  /// The datastream whose write called the function, where the webhook should hang on the switch:
  /// V17, when it was written once more; or the one whose value came as the argument.
  var reportedPin: Pin? {
    guard seen.settleEvent == nil, let second = calls.countAgain.value else { return nil }
    if calls.followedEcho { return plan.echoPin }
    guard let argument = second.argument, argument != "0", argument != "1" else { return nil }
    if CloudTime.seconds(argument) != nil { return plan.timePin }
    return seen.payloads.lazy.compactMap { payload in
      payload.values.sorted { $0.key < $1.key }.first { $0.value.text == argument }?.key
    }.first
  }
}
