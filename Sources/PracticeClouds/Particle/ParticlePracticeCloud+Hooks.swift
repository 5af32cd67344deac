import Core
import HTTP

/// The webhook engine (particle:hook-prefix, particle:hook-request, particle:hook-timeout).
extension ParticlePracticeCloud {
  /// Has an integration send an event: behind those that it has not done with, and beside those of
  /// other integrations, so that a slow target holds up nobody else's.
  func queue(_ event: PublishedEvent, for integration: StoredIntegration) {
    let isInOrder = settings.hooksInOrder && !faults.isOn(.eventReordered)
    let earlier = isInOrder ? deliveries[integration.id].flatMap { errands[$0] } : nil
    deliveries[integration.id] = run { [self] in
      // How long the way is says nothing about how many can be under way: only what comes after it
      // is done one after the other.
      await time.hold(.forward, faults)
      await earlier?.value
      await fire(integration, event)
    }
  }

  /// Sends a hook's request, as often as the settings say, and publishes what came of it.
  private func fire(_ integration: StoredIntegration, _ event: PublishedEvent) async {
    let filling = filling(event, integration)
    let request = HookRequest(integration, event, filling)
    var outcome = await attempt(request)
    for delay in settings.hookRetryDelays where outcome.error != nil && outcome != .asleep {
      guard (try? await time.wait(delay)) != nil else { return }
      outcome = await attempt(request)
    }
    for delay in settings.hookSleepRetryDelays where outcome == .asleep {
      guard (try? await time.wait(delay)) != nil else { return }
      outcome = await attempt(request)
    }
    hookRecords[integration.id, default: HookRecord()].note(
      event, error: outcome.error, reply: outcome.reply, at: timestamp,
      limit: settings.hookLogLimit)
    tell(outcome, HookRun(integration: integration, event: event, filling: filling))
  }

  func filling(_ event: PublishedEvent, _ integration: StoredIntegration) -> HookFilling {
    let platform = account.devices.first { $0.id == event.coreID }?.platformID ?? 0
    return HookFilling(
      event, eventID: chance.hex(24), productID: integration.productID ?? platform,
      // The owner's id and the firmware's version are told to product hooks only
      // (particle:template-product-names).
      product: integration.productID == nil ? nil : (userID: account.userID, version: 1),
      eventKeysWin: settings.eventKeysWin, ttlIsText: settings.ttlIsText)
  }

  /// Sends it unless its host is left alone, and remembers how the host answered.
  private func attempt(_ hook: HookRequest) async -> HookOutcome {
    let host = HookTarget.host(of: hook.url)
    if faults.isOn(.integrationSleeping) || throttle.isAsleep(host, at: time.now()) {
      return .asleep
    }
    let outcome = await send(hook)
    throttle.note(
      host, isError: outcome.error != nil, limit: settings.hookErrorsBeforeSleep,
      sleep: settings.hookSleep, now: time.now())
    return outcome
  }

  func send(_ hook: HookRequest) async -> HookOutcome {
    let host = HookTarget.host(of: hook.url)
    // An error of the target: it has stored nothing, so that nothing is sent.
    if faults.isOn(.integrationError) { return outcome(settings.cloudErrorStatus, host, []) }
    // A target that takes the request and keeps still, until the cloud gives up.
    if faults.isOn(.timeout) {
      try? await time.wait(settings.hookTimeout)
      return .unanswered(text: settings.hookSilentText)
    }
    guard let method = Request.Method(rawValue: hook.method) else {
      return .unanswered(text: settings.hookUnreachableText)
    }
    let request = Request(
      method, MaskedText(hook.url),
      headers: hook.headers.map { HeaderField($0.name, MaskedText($0.value)) },
      body: hook.body.map {
        .text(contentType: nil, MaskedText(String(decoding: $0, as: UTF8.self)))
      },
      timeout: settings.hookTimeout)
    do {
      let response = try await transport.send(request)
      return outcome(response.status, host, response.body)
    } catch WireError.timedOut {
      return .unanswered(text: settings.hookSilentText)
    } catch {
      return .unanswered(text: settings.hookUnreachableText)
    }
  }

  private func outcome(_ status: Int, _ host: String, _ reply: [UInt8]) -> HookOutcome {
    if (200..<300).contains(status) { return .accepted(reply: reply) }
    return .refused(text: "error status \(status) from \(host)", reply: reply)
  }

  private func tell(_ outcome: HookOutcome, _ run: HookRun) {
    let name = run.event.name
    if outcome.error == nil || settings.hookSentBeforeError && outcome != .asleep {
      // The data is the word "undefined", as from the real cloud (particle:hook-sent).
      publishFromHook("hook-sent/\(name)", "undefined", run)
    }
    if let error = outcome.error {
      let topic = run.topic("errorResponseTopic") ?? "hook-error/\(name)"
      publishFromHook("\(topic)/0", error, run)
    } else if !outcome.reply.isEmpty {
      let topic = run.topic("responseTopic") ?? run.defaultResponseTopic
      let reply = HookReply(
        run.integration, outcome.reply, limitBytes: settings.hookResponseLimitBytes)
      for (number, chunk) in reply.chunks(of: settings.hookChunkBytes).enumerated() {
        publishFromHook("\(topic)/\(number)", chunk, run)
      }
    }
  }

  private func publishFromHook(_ name: String, _ data: String, _ run: HookRun) {
    publish(
      PublishedEvent(
        name: name, data: data, coreID: PublishedEvent.hookCoreID, publishedAt: timestamp,
        productID: run.event.productID))
  }
}
