import Ground
import Wire

/// The webhook engine (particle-cloud §6.5 to §6.9).
extension ParticlePracticeCloud {
  /// The integrations as they are, or as a lever makes them.
  var activeIntegrations: [Integration] {
    if faults.isOn(.integrationMissing) { return [] }
    return account.integrations.map(bent)
  }

  private func bent(_ integration: Integration) -> Integration {
    guard var object = integration.definition.object else { return integration }
    if faults.isOn(.integrationDisabled) { object["disabled"] = true }
    // The row shows what V17's does, as in the guide that this is the fault of: Footbridge's own
    // sketch has no other value to give for it.
    if faults.isOn(.loopV16), var query = object["query"]?.object, let echo = query["V17"] {
      query["V16"] = query["V16"] ?? echo
      object["query"] = .object(query)
    }
    var bent = integration
    bent.definition = .object(object)
    return bent
  }

  /// Sends a hook's request, and publishes what came of it.
  func fire(_ integration: Integration, _ event: CloudEvent) async {
    await time.hold(.forward, faults)
    let filling = filling(event)
    let outcome = await send(HookRequest(integration, event, filling))
    hookRecords[integration.id, default: HookRecord()].note(
      event, error: outcome.error, reply: outcome.reply, at: timestamp,
      limit: settings.hookLogLimit)
    tell(outcome, integration, event, filling)
  }

  func filling(_ event: CloudEvent) -> HookFilling {
    let platform = account.devices.first { $0.id == event.coreID }?.platformID ?? 0
    return HookFilling(
      event, eventID: chance.hex(24), productID: platform, eventKeysWin: settings.eventKeysWin,
      ttlIsText: settings.ttlIsText)
  }

  func send(_ hook: HookRequest) async -> HookOutcome {
    let host = HookTarget.host(of: hook.url)
    // An error of the target: it has stored nothing, so that nothing is sent.
    if faults.isOn(.integrationError) { return outcome(settings.cloudErrorStatus, host, []) }
    guard let method = Request.Method(rawValue: hook.method) else {
      return .unanswered(text: settings.hookUnreachableText)
    }
    let request = Request(
      method, Veiled(hook.url),
      headers: hook.headers.map { HeaderField($0.name, Veiled($0.value)) },
      body: hook.body.map { .text(contentType: nil, Veiled(String(decoding: $0, as: UTF8.self))) },
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

  private func tell(
    _ outcome: HookOutcome, _ integration: Integration, _ event: CloudEvent, _ filling: HookFilling
  ) {
    if outcome.error == nil || settings.hookSentBeforeError {
      // The data is the word "undefined", as from the real cloud (particle-cloud §6.8).
      publishFromHook("hook-sent/\(event.name)", "undefined")
    }
    if let error = outcome.error {
      let topic = topic("errorResponseTopic", integration, filling) ?? "hook-error/\(event.name)"
      publishFromHook("\(topic)/0", error)
    } else if !outcome.reply.isEmpty {
      let topic = topic("responseTopic", integration, filling) ?? "hook-response/\(event.name)"
      let reply = HookReply(integration, outcome.reply, limitBytes: settings.hookResponseLimitBytes)
      for (number, chunk) in reply.chunks(of: settings.hookChunkBytes).enumerated() {
        publishFromHook("\(topic)/\(number)", chunk)
      }
    }
  }

  private func topic(
    _ key: String, _ integration: Integration, _ filling: HookFilling
  ) -> String? {
    guard let topic = integration.definition[key]?.plain, !topic.isEmpty else { return nil }
    return filling.fill(topic)
  }

  private func publishFromHook(_ name: String, _ data: String) {
    publish(
      CloudEvent(
        name: name, data: data, coreID: CloudEvent.hookCoreID, publishedAt: timestamp))
  }
}
