#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Decides which webhooks a write sets off and whether their calls may go out, and keeps what
/// became of them. The calls themselves are the cloud's to make.
struct BlynkWebhookDispatcher: Sendable {
  private let context: BlynkContext
  /// By the webhook's id.
  private var quotas: [Int: CallQuota] = [:]
  /// Since when others have used up the minute's calls, for the fault `webhook-quota`.
  private var usedUpSince: Date?
  private var due: [BlynkWebhookCall] = []
  /// The latest calls, newest last.
  private(set) var log: [BlynkWebhookRecord] = []

  init(_ context: BlynkContext) { self.context = context }

  /// Has the webhooks of the stream that was written call.
  mutating func fire(
    _ write: DatastreamWrite, _ device: BlynkDevice, in account: inout BlynkAccount, at now: Date
  ) {
    let faults = context.faults
    guard !faults.isOn(.webhookNotFiring), !faults.isOn(.webhookMissing) else { return }
    for index in account.webhooks.indices {
      let webhook = account.webhooks[index]
      guard isSetOff(webhook, by: write, device, account) else { continue }
      guard webhook.enabled, !faults.isOn(.webhookDisabled) else { continue }
      guard mayCall(webhook.id, at: now) else {
        note(BlynkWebhookRecord(webhook: webhook.name, at: now, outcome: .dropped))
        continue
      }
      account.webhooks[index].attempts += 1
      account.webhooks[index].lastTriggered = now
      let values = BlynkPlaceholders(account, device, write, at: now)
      due.append(BlynkWebhookCall(webhook: webhook, values: values, at: now))
    }
  }

  /// The calls that are to be made, in order; from now on they are the caller's to make.
  mutating func takeDue() -> [BlynkWebhookCall] {
    defer { due = [] }
    return due
  }

  /// "Test webhook": a real request, in which nothing stands for the value. It counts as an attempt
  /// and has no line in the log (blynk:webhook-test). That it is no part of the minute's quota, and
  /// works for a disabled one, is not documented.
  ///
  /// - Returns: nil when there is no webhook of that name.
  mutating func test(
    _ name: String, in account: inout BlynkAccount
  ) -> BlynkWebhookCall? {
    guard let index = account.webhooks.firstIndex(where: { $0.name == name }) else { return nil }
    account.webhooks[index].attempts += 1
    let webhook = account.webhooks[index]
    let now = context.time.now()
    let device = account.device(of: webhook)
    let values = device.map { BlynkPlaceholders(account, $0, nil, at: now) }
    return BlynkWebhookCall(
      webhook: webhook, values: values ?? BlynkPlaceholders(values: [:]), at: now)
  }

  /// Keeps what became of a call.
  mutating func finish(
    _ webhook: String, _ outcome: BlynkWebhookRecord.Outcome, in account: inout BlynkAccount
  ) {
    let record = BlynkWebhookRecord(webhook: webhook, at: context.time.now(), outcome: outcome)
    note(record)
    guard let index = account.webhooks.firstIndex(where: { $0.name == webhook }) else { return }
    if record.isSuccess {
      account.webhooks[index].failuresInARow = 0
    } else {
      count(failureOf: &account.webhooks[index])
    }
  }

  private func isSetOff(
    _ webhook: BlynkWebhook, by write: DatastreamWrite, _ device: BlynkDevice,
    _ account: BlynkAccount
  ) -> Bool {
    let isMisplaced = context.faults.isOn(.webhookWrongPin) && webhook.pin == 16
    guard (isMisplaced ? 17 : webhook.pin) == write.stream.pin else { return false }
    switch webhook.trigger {
    case .device: return account.device(of: webhook)?.id == device.id
    case .template: return (webhook.templateID ?? account.templateID) == device.templateID
    }
  }

  private mutating func mayCall(_ webhook: Int, at now: Date) -> Bool {
    if context.faults.isOn(.webhookQuota) {
      if isUsedUp(at: now) { return false }
    } else {
      usedUpSince = nil
    }
    let full = CallQuota(limit: context.settings.webhookCallsPerMinute)
    return quotas[webhook, default: full].take(at: now)
  }

  /// What `webhook-quota` brings about: whenever a call comes after a rest, others have just used
  /// up the minute's calls; when that minute is over there is room again, until the next rest.
  private mutating func isUsedUp(at now: Date) -> Bool {
    let minute = BlynkWebhookDispatcher.quotaMinute
    if let since = usedUpSince, now.timeIntervalSince(since) < 2 * minute {
      return now.timeIntervalSince(since) < minute
    }
    usedUpSince = now
    return true
  }

  /// In seconds.
  private static let quotaMinute: TimeInterval = 60

  private func count(failureOf webhook: inout BlynkWebhook) {
    webhook.failures += 1
    webhook.failuresInARow += 1
    let limit = context.settings.webhookDisabledAfterFailures ?? .max
    if webhook.failuresInARow >= limit { webhook.enabled = false }
  }

  private mutating func note(_ record: BlynkWebhookRecord) {
    log.append(record)
    if log.count > context.settings.webhookLogLimit { log.removeFirst() }
  }
}
