import HTTPTestServer

/// Brings events to streams, devices and hooks, and opens the streams (particle:event-publish,
/// particle:stream-paths).
struct ParticleEventPublisher: Sendable {
  let context: ParticleContext

  /// Sends an event to every stream that lets it through and to the devices that subscribed, and
  /// fires the hooks it matches.
  func publish(_ event: PublishedEvent, in store: isolated ParticleStore) {
    show(event, in: store)
    pass(event, in: store)
    guard !event.isFromHook else { return }
    let settings = context.settings
    guard event.coreID != settings.apiCoreID || settings.apiEventsFireHooks else { return }
    let sender = ParticleHookSender(context: context)
    for integration in store.account.integrations.bent(by: context.faults)
    where integration.fires(on: event) {
      sender.queue(event, for: integration, in: store)
    }
  }

  private func show(_ event: PublishedEvent, in store: isolated ParticleStore) {
    let ttlIsText = context.settings.ttlIsText
    let bytes = event.streamBytes(ttlIsText: ttlIsText)
    let userID = context.settings.productEventsCarryMore ? store.account.userID : nil
    store.send(event) { filter in
      filter.isOfProduct ? event.streamBytes(ttlIsText: ttlIsText, userID: userID) : bytes
    }
  }

  /// Hands an event to the devices that listen. Best effort: not in order
  /// (particle:event-best-effort).
  private func pass(_ event: PublishedEvent, in store: isolated ParticleStore) {
    let sketches = store.subscribed
    guard !sketches.isEmpty else { return }
    store.run {
      for sketch in sketches { await sketch.receive(.init(name: event.name, data: event.data)) }
    }
  }

  /// An event of the cloud's own making about a device.
  func announce(
    _ name: String, _ data: String, from device: String, in store: isolated ParticleStore
  ) {
    publish(event(name, data, from: device, in: store), in: store)
  }

  /// An event of a device of the account, now.
  func event(
    _ name: String, _ data: String?, from device: String, in store: isolated ParticleStore
  ) -> PublishedEvent {
    let productID = store.account.devices.first { $0.id == device }?.productID
    return PublishedEvent(
      name: name, data: data, coreID: device, publishedAt: context.timestamp,
      productID: productID)
  }

  /// Publishes what came from a device: best effort, so that it may come twice, or late
  /// (particle:event-best-effort).
  func deliver(_ event: PublishedEvent, in store: isolated ParticleStore) {
    let (faults, now) = (context.faults, context.time.now)
    if faults.isOn(.functionRefused), store.isHushed(event.coreID, at: now()) { return }
    let events = store.order(
      event.bent(by: faults), twice: faults.isOn(.eventDuplicate),
      holdsBack: faults.isOn(.eventReordered))
    for event in events { publish(event, in: store) }
    guard faults.isOn(.eventReordered) else { return }
    store.run { [self] in
      try? await context.time.wait(context.settings.reorderHold)
      await release(in: store)
    }
  }

  private func release(in store: isolated ParticleStore) {
    if let late = store.releaseEvent() { publish(late, in: store) }
  }

  /// Opens an event stream.
  func open(
    _ filter: EventFilter, in store: isolated ParticleStore
  ) throws(ParticleRefusal) -> PracticeReply {
    let (settings, wait) = (context.settings, context.time.wait)
    try ParticleAdmission(context: context).count(
      .streams, limit: settings.rateLimits.streams, status: settings.streamLimitStatus, in: store)
    guard store.streamCount < settings.streamLimit else {
      throw .tooMany(settings.streamLimitStatus)
    }
    let chunks = store.openStream(filter, queueLimit: settings.streamQueueLimit)
    let interval = settings.keepAliveInterval
    store.keepStreamsAlive { try await wait(interval) }
    return .stream(headers: [("Content-Type", "text/event-stream")], chunks: chunks)
  }
}
