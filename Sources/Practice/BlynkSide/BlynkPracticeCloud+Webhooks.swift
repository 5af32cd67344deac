import Wire

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BlynkPracticeCloud {
  /// Calls the webhooks of the stream that was written. The write's reply does not wait for them.
  func fire(_ write: Write, at now: Date) {
    guard !faults.isOn(.webhookNotFiring) else { return }
    for index in account.webhooks.indices where account.webhooks[index].pin == write.stream.pin {
      guard account.webhooks[index].enabled, !faults.isOn(.webhookDisabled) else { continue }
      guard mayCall(account.webhooks[index].name, at: now) else {
        note(BlynkWebhookRecord(webhook: account.webhooks[index].name, at: now, outcome: .dropped))
        continue
      }
      account.webhooks[index].attempts += 1
      start(account.webhooks[index], values: placeholders(for: write, at: now))
    }
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
  }

  private func mayCall(_ webhook: String, at now: Date) -> Bool {
    if faults.isOn(.webhookQuota) { return false }
    let full = WebhookQuota(callsPerMinute: settings.webhookCallsPerMinute)
    return quotas[webhook, default: full].take(at: now)
  }

  private func start(_ webhook: BlynkWebhook, values: BlynkPlaceholders) {
    callsStarted += 1
    let number = callsStarted
    let request = webhook.request(values, faults: faults, timeout: settings.webhookTimeout)
    calls[number] = Task {
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
    guard !record.isSuccess, let index = account.webhooks.firstIndex(where: { $0.name == webhook })
    else { return }
    account.webhooks[index].failures += 1
  }

  private func note(_ record: BlynkWebhookRecord) {
    webhookLog.append(record)
    if webhookLog.count > settings.webhookLogLimit { webhookLog.removeFirst() }
  }

  /// The names that a datastream's webhook may use (blynk-cloud §7.3); those of users and places
  /// are left literal, as the practice account has none.
  private func placeholders(for write: Write, at now: Date) -> BlynkPlaceholders {
    BlynkPlaceholders(values: [
      "device_id": "\(account.device?.id ?? 0)",
      "device_name": account.device?.name ?? "",
      "device_authToken": account.authToken,
      "device_templateId": account.templateID,
      "device_productName": account.template?.name ?? "",
      "device_dataStreamId": "\(write.stream.id)",
      "device_dataStreamName": write.stream.name,
      "device_dataStreamAlias": write.stream.alias,
      "device_pin": BlynkPin(.virtual, write.stream.pin).name,
      "device_pinValue": write.value.printed,
      // Seconds or milliseconds: not documented.
      "timestamp_unix": "\(Int(now.timeIntervalSince1970))",
      "timestamp_iso8601": now.formatted(.iso8601),
    ])
  }
}
