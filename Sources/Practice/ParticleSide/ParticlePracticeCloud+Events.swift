/// particle-cloud §5.
extension ParticlePracticeCloud {
  /// `GET /v1/events/:prefix`: the prefix is mandatory.
  func accountEvents(_ rest: ArraySlice<String>) throws(ParticleRefusal) -> PracticeReply {
    guard !rest.isEmpty else { throw .prefixMissing }
    return try open(EventFilter(prefix: prefix(rest)))
  }

  /// A prefix may hold slashes, percent-encoded or not.
  func prefix(_ rest: ArraySlice<String>) -> String { rest.joined(separator: "/") }

  /// `POST /v1/devices/events`.
  func publish(_ request: PracticeRequest) throws(ParticleRefusal) -> PracticeReply {
    guard let name = request.field("name"), !name.isEmpty else { throw .eventNameMissing }
    publish(
      CloudEvent(
        name: name, data: request.field("data"), coreID: settings.apiCoreID,
        publishedAt: timestamp))
    return .json(200, ["ok": true])
  }

  /// Sends an event to every stream that lets it through, and fires the hooks it matches.
  func publish(_ event: CloudEvent) {
    let bytes = event.streamBytes(ttlIsText: settings.ttlIsText)
    for stream in streams.values where stream.filter.lets(event) { stream.line.yield(bytes) }
    guard !event.isFromHook else { return }
    guard event.coreID != settings.apiCoreID || settings.apiEventsFireHooks else { return }
    for integration in activeIntegrations where integration.matches(event) {
      run { [self] in await fire(integration, event) }
    }
  }

  /// An event of the cloud's own making about a device.
  func announce(_ name: String, _ data: String, from device: String) {
    publish(CloudEvent(name: name, data: data, coreID: device, publishedAt: timestamp))
  }

  /// Opens an event stream; its first bytes are the comment `:ok`.
  func open(_ filter: EventFilter) throws(ParticleRefusal) -> PracticeReply {
    guard streams.count < settings.streamLimit else {
      throw .tooManyStreams(status: settings.rateLimitStatus)
    }
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
