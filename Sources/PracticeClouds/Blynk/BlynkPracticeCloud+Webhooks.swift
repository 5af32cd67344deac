import HTTP

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BlynkPracticeCloud {
  /// Calls the webhooks of the stream that was written. The write's reply does not wait for them.
  func fire(_ write: Write, _ device: BlynkDevice, at now: Date) {
    guard !faults.isOn(.webhookNotFiring), !faults.isOn(.webhookMissing) else { return }
    for index in account.webhooks.indices where isSetOff(account.webhooks[index], write, device) {
      let webhook = account.webhooks[index]
      guard webhook.enabled, !faults.isOn(.webhookDisabled) else { continue }
      guard mayCall(webhook.id, at: now) else {
        note(BlynkWebhookRecord(webhook: webhook.name, at: now, outcome: .dropped))
        continue
      }
      account.webhooks[index].attempts += 1
      account.webhooks[index].lastTriggered = now
      start(webhook, values: placeholders(for: device, write, at: now))
    }
  }

  /// "Test webhook": a real request, in which nothing stands for the value. It counts as an attempt
  /// and has no line in the log (blynk:webhook-test). That it is no part of the minute's quota, and
  /// works for a disabled one, is not documented.
  func test(_ name: String) async throws(BlynkConsoleRefusal) -> BlynkWebhookRecord {
    guard let index = account.webhooks.firstIndex(where: { $0.name == name }) else {
      throw .noWebhook(name)
    }
    account.webhooks[index].attempts += 1
    let webhook = account.webhooks[index]
    let device = self.device(of: webhook) ?? account.device
    let now = time.now()
    let values =
      device.map { placeholders(for: $0, nil, at: now) } ?? BlynkPlaceholders(values: [:])
    let outcome = await outcome(of: await request(webhook, values))
    return BlynkWebhookRecord(webhook: name, at: now, outcome: outcome)
  }

  /// Waits until no webhook is under way.
  package func settle() async {
    while let call = calls.first?.value { await call.value }
  }

  /// Whether a webhook's call is under way.
  var isBusy: Bool { !calls.isEmpty }

  /// Gives up the calls under way.
  package func stop() {
    for call in calls.values { call.cancel() }
    // It holds both clouds, this one too.
    neighbour = { _ in nil }
  }

  private func isSetOff(_ webhook: BlynkWebhook, _ write: Write, _ device: BlynkDevice) -> Bool {
    let isMisplaced = faults.isOn(.webhookWrongPin) && webhook.pin == 16
    guard (isMisplaced ? 17 : webhook.pin) == write.stream.pin else { return false }
    switch webhook.trigger {
    case .device: return self.device(of: webhook)?.id == device.id
    case .template: return (webhook.templateID ?? account.templateID) == device.templateID
    }
  }

  /// The device that the console's DEVICE field names.
  func device(of webhook: BlynkWebhook) -> BlynkDevice? {
    let named = account.devices.first { device in
      webhook.deviceID == String(device.id) || webhook.deviceID == device.name
    }
    return named ?? account.device
  }

  private func mayCall(_ webhook: Int, at now: Date) -> Bool {
    if faults.isOn(.webhookQuota) {
      if isUsedUp(at: now) { return false }
    } else {
      usedUpSince = nil
    }
    let full = CallQuota(limit: settings.webhookCallsPerMinute)
    return quotas[webhook, default: full].take(at: now)
  }

  /// What `webhook-quota` brings about: whenever a call comes after a rest, others have just used
  /// up the minute's calls; when that minute is over there is room again, until the next rest.
  private func isUsedUp(at now: Date) -> Bool {
    let minute = BlynkPracticeCloud.quotaMinute
    if let since = usedUpSince, now.timeIntervalSince(since) < 2 * minute {
      return now.timeIntervalSince(since) < minute
    }
    usedUpSince = now
    return true
  }

  /// In seconds.
  private static let quotaMinute: TimeInterval = 60

  private func request(_ webhook: BlynkWebhook, _ values: BlynkPlaceholders) async -> Request {
    let other = faults.isOn(.webhookWrongDevice) ? await neighbour(webhook.particleDevice) : nil
    return webhook.spoiled(by: faults, neighbour: other)
      .request(values, timeout: settings.webhookTimeout, glued: settings.webFormIsGlued)
  }

  private func start(_ webhook: BlynkWebhook, values: BlynkPlaceholders) {
    callsStarted += 1
    let number = callsStarted
    calls[number] = Task {
      let request = await request(webhook, values)
      await time.hold(.call, faults)
      let outcome = await outcome(of: request)
      finish(number, webhook.name, outcome)
    }
  }

  private func outcome(of request: Request) async -> BlynkWebhookRecord.Outcome {
    do {
      return .answered(status: try await transport.send(request).status)
    } catch {
      return .unanswered(reason: "\(error)")
    }
  }

  private func finish(_ number: Int, _ webhook: String, _ outcome: BlynkWebhookRecord.Outcome) {
    calls[number] = nil
    let record = BlynkWebhookRecord(webhook: webhook, at: time.now(), outcome: outcome)
    note(record)
    guard let index = account.webhooks.firstIndex(where: { $0.name == webhook }) else { return }
    if record.isSuccess {
      account.webhooks[index].failuresInARow = 0
    } else {
      count(failureOf: index)
    }
  }

  private func count(failureOf index: Int) {
    account.webhooks[index].failures += 1
    account.webhooks[index].failuresInARow += 1
    let limit = settings.webhookDisabledAfterFailures ?? .max
    if account.webhooks[index].failuresInARow >= limit { account.webhooks[index].enabled = false }
  }

  private func note(_ record: BlynkWebhookRecord) {
    webhookLog.append(record)
    if webhookLog.count > settings.webhookLogLimit { webhookLog.removeFirst() }
  }
}
