extension BlynkPracticeCloud {
  /// One value bare, or several as an object (blynk-cloud §3.1–3.3).
  func get(_ query: BlynkQuery.Items) throws(BlynkRefusal) -> PracticeReply {
    switch try BlynkQuery.selection(query) {
    case .dataStream(let id):
      return BlynkReplies.value(shown(try stream(id: id))?.printed ?? "")
    case .pins(let pins) where pins.count == 1:
      return BlynkReplies.value(shown(try stream(on: pins[0].pin))?.printed ?? "")
    case .pins(let pins): return BlynkReplies.object(try values(of: pins))
    }
  }

  /// Every stream that has a value (blynk-cloud §3.4).
  func getAll() -> PracticeReply {
    let streams = (template?.datastreams ?? []).sorted { $0.pin < $1.pin }
    return BlynkReplies.object(
      streams.compactMap { stream in
        let stored = account.device?.readings[stream.pin]?.value
        let value = stored ?? (settings.getAllListsDefaults ? stream.defaultValue : nil)
        return value.map { (name: BlynkPin(.virtual, stream.pin).name, value: $0) }
      })
  }

  /// The stream on a pin. What `get` says when there is none is not documented; `update`'s words
  /// here (blynk-cloud §4).
  func stream(on pin: BlynkPin) throws(BlynkRefusal) -> Datastream {
    guard let stream = template?.stream(on: pin) else { throw .noDatastream }
    return stream
  }

  /// The stream of an id; a refusal names the template (blynk-cloud §3.2).
  func stream(id: Int) throws(BlynkRefusal) -> Datastream {
    guard let stream = template?.stream(id: id) else {
      throw .noSuchDataStream(product: template?.name ?? "")
    }
    return stream
  }

  /// A stream without value and default is left out: not documented (blynk-cloud §3.3).
  private func values(
    of pins: [BlynkQuery.AskedPin]
  ) throws(BlynkRefusal) -> [(name: String, value: DatastreamValue)] {
    var values: [(name: String, value: DatastreamValue)] = []
    for pin in pins {
      if let value = shown(try stream(on: pin.pin)) { values.append((pin.asked, value)) }
    }
    return values
  }

  /// A stream never written shows its default value: not documented (blynk-cloud §4).
  private func shown(_ stream: Datastream) -> DatastreamValue? {
    account.device?.readings[stream.pin]?.value ?? stream.defaultValue
  }
}
