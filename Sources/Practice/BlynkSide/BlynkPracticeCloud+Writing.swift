extension BlynkPracticeCloud {
  /// A value that passed every check, ready to be stored.
  struct Write {
    var stream: Datastream
    var value: DatastreamValue
  }

  /// One value; 200 without a body (blynk-cloud §3.5).
  func update(_ query: BlynkQuery.Items) throws(BlynkRefusal) -> PracticeReply {
    let write: Write
    switch try BlynkQuery.target(query) {
    case .dataStream(let id, let text):
      // What an unknown id gets in `update` is not documented; `get`'s words here.
      write = try read(text, for: try stream(id: id), else: .typeMismatchWithoutStop)
    case .pin(let pin, let text):
      write = try read(text, for: try stream(on: pin), else: .typeMismatch)
    }
    store([write], firing: settings.httpsWritesFireWebhooks)
    return .empty(200)
  }

  /// Many values, all or none: which of the two is not documented (blynk-cloud §3.6, §4).
  func batchUpdate(_ query: BlynkQuery.Items) throws(BlynkRefusal) -> PracticeReply {
    var writes: [Write] = []
    for (pin, text) in try BlynkQuery.batch(query) {
      if settings.batchIgnoresUnknownPins, template?.stream(on: pin) == nil { continue }
      writes.append(try read(text, for: try stream(on: pin), else: .typeMismatchWithoutStop))
    }
    store(echoed(writes), firing: settings.httpsWritesFireWebhooks)
    return .empty(200)
  }

  /// Sets widget properties; that a widget exists is not checked (blynk-cloud §3.8).
  func updateProperty(_ query: BlynkQuery.Items) throws(BlynkRefusal) -> PracticeReply {
    let named = query.first { $0.name == "pin" }?.value ?? ""
    let stream = try stream(on: try BlynkQuery.pin(named))
    for item in query where item.name != "token" && item.name != "pin" {
      account.device?.properties[stream.pin, default: [:]][item.name] = item.value ?? ""
    }
    return .empty(200)
  }

  /// Stores with one time for all (blynk-cloud §3.6), then fires the streams' webhooks. That a
  /// value written again fires again, and a cut value as cut, is not documented (§7.5).
  func store(_ writes: [Write], firing: Bool) {
    let now = time.now()
    for write in writes {
      account.device?.readings[write.stream.pin] = BlynkReading(value: write.value, at: now)
    }
    for write in writes where firing { fire(write, at: now) }
  }

  /// The text as a value of the stream, or the refusal.
  func read(
    _ text: String, for stream: Datastream, else refusal: BlynkRefusal
  ) throws(BlynkRefusal) -> Write {
    guard let value = stream.value(of: text, parsing: settings.integerParsing) else {
      throw refusal
    }
    return Write(stream: stream, value: value)
  }

  /// What is left of a batch while a lever on the way back is pulled.
  private func echoed(_ writes: [Write]) -> [Write] {
    if faults.isOn(.echoMissing) { return [] }
    if faults.isOn(.echoStale) { return writes.filter { ![6, 14].contains($0.stream.pin) } }
    return writes
  }
}
