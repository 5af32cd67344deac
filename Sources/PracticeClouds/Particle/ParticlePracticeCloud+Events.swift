import HTTPTestServer

/// Publishing events and opening streams (particle:event-publish, particle:stream-paths).
extension ParticlePracticeCloud {
  /// `GET /v1/events/:prefix`: the prefix is mandatory.
  func accountEvents(_ rest: ArraySlice<String>) throws(ParticleRefusal) -> PracticeReply {
    guard !rest.isEmpty else { throw .prefixMissing }
    return try open(.account(prefix: prefix(rest)))
  }

  /// `GET /v1/orgs/:org/events[/:prefix]`: every product is in the one organisation, of any name.
  /// The official client also puts `devices` or a product before `events`.
  func organizationEvents(
    _ request: PracticeRequest, _ rest: ArraySlice<String>
  ) async throws(ParticleRefusal) -> PracticeReply {
    var below = rest.dropFirst()
    if below.first == "products" { return try await products(request, below.dropFirst()) }
    if below.first == "devices" { below = below.dropFirst() }
    guard request.method == "GET", below.first == "events" else { throw .noRoute }
    return try open(EventFilter(scope: .organization, prefix: prefix(below.dropFirst())))
  }

  /// A prefix may hold slashes, percent-encoded or not.
  func prefix(_ rest: ArraySlice<String>) -> String { rest.joined(separator: "/") }

  /// `POST /v1/devices/events`, or below a product in the name of one of its devices.
  func publish(
    _ request: PracticeRequest, as product: ParticleProduct? = nil
  ) throws(ParticleRefusal) -> PracticeReply {
    guard let name = request.field("name"), !name.isEmpty else { throw .eventNameMissing }
    var sender = settings.apiCoreID
    if let product, let id = request.field("as_device_id") {
      let index = try index(id)
      guard account.devices[index].productID == product.id else { throw .deviceUnknown }
      sender = account.devices[index].id
    }
    publish(
      PublishedEvent(
        name: name, data: request.field("data"), coreID: sender, publishedAt: timestamp,
        productID: product?.id))
    return .json(200, ["ok": true])
  }

  /// Sends an event to every stream that lets it through and to the devices that subscribed, and
  /// fires the hooks it matches.
  func publish(_ event: PublishedEvent) {
    show(event)
    pass(event)
    guard !event.isFromHook else { return }
    guard event.coreID != settings.apiCoreID || settings.apiEventsFireHooks else { return }
    for integration in activeIntegrations where integration.fires(on: event) {
      queue(event, for: integration)
    }
  }

  /// Hands an event to the devices that listen. Best effort: not in order
  /// (particle:event-best-effort).
  private func pass(_ event: PublishedEvent) {
    let sketches = subscribers.compactMap { self.sketches[$0] }
    guard !sketches.isEmpty else { return }
    run {
      for sketch in sketches { await sketch.receive(.init(name: event.name, data: event.data)) }
    }
  }

  private func show(_ event: PublishedEvent) {
    let bytes = event.streamBytes(ttlIsText: settings.ttlIsText)
    let userID = settings.productEventsCarryMore ? account.userID : nil
    for (number, stream) in streams where stream.filter.lets(event) {
      let bytes =
        stream.filter.isOfProduct
        ? event.streamBytes(ttlIsText: settings.ttlIsText, userID: userID) : bytes
      if case .dropped = stream.line.yield(bytes) { cut(number) }
    }
  }

  /// Ends a stream whose listener does not keep up: it gets what was waiting and sees the end. A
  /// stream that went on would hide the gap.
  private func cut(_ number: Int) {
    streams.removeValue(forKey: number)?.line.finish()
  }

  /// An event of the cloud's own making about a device.
  func announce(_ name: String, _ data: String, from device: String) {
    publish(event(name, data, from: device))
  }

  /// An event of a device of the account, now.
  func event(_ name: String, _ data: String?, from device: String) -> PublishedEvent {
    let productID = account.devices.first { $0.id == device }?.productID
    return PublishedEvent(
      name: name, data: data, coreID: device, publishedAt: timestamp, productID: productID)
  }

  /// Opens an event stream; its first bytes are the comment `:ok`.
  func open(_ filter: EventFilter) throws(ParticleRefusal) -> PracticeReply {
    try count(.streams, limit: settings.rateLimits.streams, status: settings.streamLimitStatus)
    guard streams.count < settings.streamLimit else { throw .tooMany(settings.streamLimitStatus) }
    streamsOpened += 1
    let number = streamsOpened
    let (chunks, line) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingOldest(settings.streamQueueLimit))
    line.onTermination = { [weak self] _ in Task { await self?.close(number) } }
    streams[number] = EventStream(filter: filter, line: line)
    line.yield(Array(":ok\n\n".utf8))
    if keepAlive == nil { keepAlive = Task { [weak self] in await self?.keepStreamsAlive() } }
    return .stream(headers: [("Content-Type", "text/event-stream")], chunks: chunks)
  }

  private func close(_ number: Int) {
    streams[number] = nil
    if streams.isEmpty {
      keepAlive?.cancel()
      keepAlive = nil
    }
  }

  /// A blank line to every stream, as long as there are any: legal, and ignored by every reader.
  private func keepStreamsAlive() async {
    while (try? await time.wait(settings.keepAliveInterval)) != nil {
      for stream in streams.values { stream.line.yield([UInt8(ascii: "\n")]) }
    }
  }
}
