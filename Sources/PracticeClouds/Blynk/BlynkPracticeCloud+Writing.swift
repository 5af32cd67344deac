import HTTPTestServer

extension BlynkPracticeCloud {
  /// A value that passed every check, ready to be stored.
  struct Write {
    var stream: Datastream
    var value: DatastreamValue
  }

  /// One value; 200 without a body (blynk:update-value).
  func update(_ query: BlynkQuery.Items, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    let write: Write
    switch try BlynkQuery.target(query) {
    case .dataStream(let id, let texts):
      // What an unknown id gets in `update` is not documented; `get`'s words here.
      write = try read(texts, for: try stream(id: id, device), else: .typeMismatchWithoutStop)
    case .pin(let pin, let texts):
      write = try read(texts, for: try stream(on: pin, device), else: .typeMismatch)
    }
    store([write], device, firing: settings.httpsWritesFireWebhooks)
    return .empty(200)
  }

  /// Many values, all or none: which of the two is not documented (blynk:batch-update,
  /// blynk:batch-partly).
  func batchUpdate(_ query: BlynkQuery.Items, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    var writes: [Write] = []
    var refusal: BlynkRefusal?
    for (pin, text) in try BlynkQuery.batch(query) {
      do throws(BlynkRefusal) {
        writes.append(
          try read([text], for: try stream(on: pin, device), else: .typeMismatchWithoutStop))
      } catch .noDatastream where settings.batchIgnoresUnknownPins {
        continue
      } catch {
        guard settings.batchStoresPartially else { throw error }
        refusal = error
      }
    }
    store(echoed(writes), device, firing: settings.httpsWritesFireWebhooks)
    if let refusal { throw refusal }
    return settings.batchReply.isEmpty ? .empty(200) : BlynkReplies.value(settings.batchReply)
  }

  /// Sets widget properties; that a widget exists is not checked (blynk:widget-property).
  func updateProperty(
    _ query: BlynkQuery.Items, _ device: Int
  ) throws(BlynkRefusal) -> PracticeReply {
    let named = query.first { $0.name == "pin" }?.value ?? ""
    let stream = try stream(on: try BlynkQuery.pin(named), device)
    let properties = query.filter { $0.name != "token" && $0.name != "pin" }
    for item in properties where !BlynkProperty.fits(item.name, item.value ?? "") {
      throw .typeMismatchWithoutStop
    }
    for item in properties {
      account.devices[device].properties[stream.pin, default: [:]][item.name] = item.value ?? ""
    }
    return .empty(200)
  }

  /// Stores with one time for all (blynk:batch-update), then fires the streams' webhooks. That a
  /// value written again fires again, and a cut value as cut, is not documented
  /// (blynk:webhook-repeats).
  func store(_ writes: [Write], _ device: Int, firing: Bool) {
    let now = time.now()
    for write in writes {
      account.devices[device].readings[write.stream.pin] = BlynkReading(value: write.value, at: now)
    }
    for write in writes where firing { fire(write, account.devices[device], at: now) }
  }

  /// The texts as a value of the stream, or the refusal.
  func read(
    _ texts: [String], for stream: Datastream, else refusal: BlynkRefusal
  ) throws(BlynkRefusal) -> Write {
    guard let value = stream.value(of: texts, parsing: settings.integerParsing) else {
      throw refusal
    }
    return Write(stream: stream, value: value)
  }

  /// What is left of a batch while a fault on the way back is on.
  private func echoed(_ writes: [Write]) -> [Write] {
    if faults.isOn(.echoMissing) { return [] }
    if faults.isOn(.echoStale) { return writes.filter { ![6, 14].contains($0.stream.pin) } }
    return writes
  }
}
