import Core
import HTTP

/// The webhook engine (particle:hook-prefix, particle:hook-request, particle:hook-timeout).
struct ParticleHookSender: Sendable {
  let context: ParticleContext

  /// Has an integration send an event: behind those that it has not done with, and beside those of
  /// other integrations, so that a slow target holds up nobody else's.
  func queue(
    _ event: PublishedEvent, for integration: StoredIntegration,
    in store: isolated ParticleStore
  ) {
    let isInOrder = context.settings.hooksInOrder && !context.faults.isOn(.eventReordered)
    let earlier = isInOrder ? store.delivery(of: integration.id) : nil
    let task = store.run { [self] in
      // How long the way is says nothing about how many can be under way: only what comes after it
      // is done one after the other.
      await context.time.hold(.forward, context.faults)
      await earlier?.value
      await fire(integration, event, in: store)
    }
    store.beginDelivery(task, of: integration.id)
  }

  /// Sends a hook's request, as often as the settings say, and publishes what came of it.
  private func fire(
    _ integration: StoredIntegration, _ event: PublishedEvent, in store: isolated ParticleStore
  ) async {
    let (settings, wait) = (context.settings, context.time.wait)
    let filling = filling(event, integration, in: store)
    let request = HookRequest(integration, event, filling)
    var outcome = await attempt(request, in: store)
    for delay in settings.hookRetryDelays where outcome.error != nil && outcome != .asleep {
      guard (try? await wait(delay)) != nil else { return }
      outcome = await attempt(request, in: store)
    }
    for delay in settings.hookSleepRetryDelays where outcome == .asleep {
      guard (try? await wait(delay)) != nil else { return }
      outcome = await attempt(request, in: store)
    }
    let timestamp = context.timestamp
    store.noteHook(of: integration.id) {
      $0.note(
        event, error: outcome.error, reply: outcome.reply, at: timestamp,
        limit: settings.hookLogLimit)
    }
    tell(outcome, HookRun(integration: integration, event: event, filling: filling), in: store)
  }

  /// What the integration's templates are filled with.
  func filling(
    _ event: PublishedEvent, _ integration: StoredIntegration,
    in store: isolated ParticleStore
  ) -> HookFilling {
    let account = store.account
    let platform = account.devices.first { $0.id == event.coreID }?.platformID ?? 0
    return HookFilling(
      event, eventID: store.makeHex(24), productID: integration.productID ?? platform,
      // The owner's id and the firmware's version are told to product hooks only
      // (particle:template-product-names).
      product: integration.productID == nil ? nil : (userID: account.userID, version: 1),
      eventKeysWin: context.settings.eventKeysWin, ttlIsText: context.settings.ttlIsText)
  }

  /// Sends it unless its host is left alone, and remembers how the host answered.
  private func attempt(
    _ hook: HookRequest, in store: isolated ParticleStore
  ) async -> HookOutcome {
    let (host, settings) = (HookTarget.host(of: hook.url), context.settings)
    if context.faults.isOn(.integrationSleeping)
      || store.isAsleep(host, at: context.time.now())
    {
      return .asleep
    }
    let outcome = await send(hook, in: store)
    store.noteHost(
      host, isError: outcome.error != nil, limit: settings.hookErrorsBeforeSleep,
      sleep: settings.hookSleep, now: context.time.now())
    return outcome
  }

  /// Sends a hook's request once.
  func send(_ hook: HookRequest, in store: isolated ParticleStore) async -> HookOutcome {
    let (settings, faults) = (context.settings, context.faults)
    let host = HookTarget.host(of: hook.url)
    // An error of the target: it has stored nothing, so that nothing is sent.
    if faults.isOn(.integrationError) { return outcome(settings.cloudErrorStatus, host, []) }
    // A target that takes the request and keeps still, until the cloud gives up.
    if faults.isOn(.timeout) {
      try? await context.time.wait(settings.hookTimeout)
      return .unanswered(text: settings.hookSilentText)
    }
    guard let method = Request.Method(rawValue: hook.method) else {
      return .unanswered(text: settings.hookUnreachableText)
    }
    do {
      let response = try await context.transport.send(request(hook, method))
      return outcome(response.status, host, response.body)
    } catch WireError.timedOut {
      return .unanswered(text: settings.hookSilentText)
    } catch {
      return .unanswered(text: settings.hookUnreachableText)
    }
  }

  private func request(_ hook: HookRequest, _ method: Request.Method) -> Request {
    Request(
      method, MaskedText(hook.url),
      headers: hook.headers.map { HeaderField($0.name, MaskedText($0.value)) },
      body: hook.body.map {
        .text(contentType: nil, MaskedText(String(decoding: $0, as: UTF8.self)))
      },
      timeout: context.settings.hookTimeout)
  }

  private func outcome(_ status: Int, _ host: String, _ reply: [UInt8]) -> HookOutcome {
    if (200..<300).contains(status) { return .accepted(reply: reply) }
    return .refused(text: "error status \(status) from \(host)", reply: reply)
  }

  private func tell(_ outcome: HookOutcome, _ run: HookRun, in store: isolated ParticleStore) {
    let (name, settings) = (run.event.name, context.settings)
    if outcome.error == nil || settings.hookSentBeforeError && outcome != .asleep {
      // The data is the word "undefined", as from the real cloud (particle:hook-sent).
      publish("hook-sent/\(name)", "undefined", run, in: store)
    }
    if let error = outcome.error {
      let topic = run.topic("errorResponseTopic") ?? "hook-error/\(name)"
      publish("\(topic)/0", error, run, in: store)
    } else if !outcome.reply.isEmpty {
      let topic = run.topic("responseTopic") ?? run.defaultResponseTopic
      let reply = HookReply(
        run.integration, outcome.reply, limitBytes: settings.hookResponseLimitBytes)
      for (number, chunk) in reply.chunks(of: settings.hookChunkBytes).enumerated() {
        publish("\(topic)/\(number)", chunk, run, in: store)
      }
    }
  }

  private func publish(
    _ name: String, _ data: String, _ run: HookRun, in store: isolated ParticleStore
  ) {
    ParticleEventPublisher(context: context).publish(
      PublishedEvent(
        name: name, data: data, coreID: PublishedEvent.hookCoreID,
        publishedAt: context.timestamp, productID: run.event.productID), in: store)
  }
}
