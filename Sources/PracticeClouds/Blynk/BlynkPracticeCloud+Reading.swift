import HTTPTestServer

extension BlynkPracticeCloud {
  /// One value bare, or several as an object (blynk:get-value, blynk:get-by-id, blynk:get-many).
  func get(_ query: BlynkQuery.Items, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    switch try BlynkQuery.selection(query) {
    case .dataStream(let id):
      return BlynkReplies.value(shown(try stream(id: id, device), device)?.printed ?? "")
    case .pins(let pins) where pins.count == 1:
      return BlynkReplies.value(shown(try asked(pins[0].pin, device), device)?.printed ?? "")
    case .pins(let pins): return BlynkReplies.object(try values(of: pins, device))
    }
  }

  /// Every stream that has a value (blynk:get-all).
  func getAll(_ device: Int) -> PracticeReply {
    let streams = template(of: account.devices[device]).datastreams.sorted { $0.pin < $1.pin }
    return BlynkReplies.object(
      streams.compactMap { stream in
        let stored = account.devices[device].readings[stream.pin]?.value
        let value = stored ?? (settings.getAllListsDefaults ? stream.defaultValue : nil)
        return value.map { (name: BlynkPin(.virtual, stream.pin).name, value: $0) }
      })
  }

  /// The stream on a pin that is to be written (blynk:update-value).
  func stream(on pin: BlynkPin, _ device: Int) throws(BlynkRefusal) -> Datastream {
    guard let stream = template(of: account.devices[device]).stream(on: pin) else {
      throw .noDatastream
    }
    return stream
  }

  /// The stream of an id; a refusal names the template (blynk:get-by-id-refused).
  func stream(id: Int, _ device: Int) throws(BlynkRefusal) -> Datastream {
    let template = template(of: account.devices[device])
    guard let stream = template.stream(id: id) else {
      throw .noSuchDataStream(product: template.name)
    }
    return stream
  }

  /// The stream on a pin that is to be read.
  private func asked(_ pin: BlynkPin, _ device: Int) throws(BlynkRefusal) -> Datastream {
    guard let stream = template(of: account.devices[device]).stream(on: pin) else {
      throw .unknownPin(text: settings.unknownPinText)
    }
    return stream
  }

  /// A stream without value and default is left out: not documented (blynk:get-many).
  private func values(
    of pins: [BlynkQuery.AskedPin], _ device: Int
  ) throws(BlynkRefusal) -> [(name: String, value: DatastreamValue)] {
    var values: [(name: String, value: DatastreamValue)] = []
    for pin in pins {
      if let value = shown(try asked(pin.pin, device), device) { values.append((pin.asked, value)) }
    }
    return values
  }

  /// A stream never written shows its default value: not documented (blynk:get-no-value).
  private func shown(_ stream: Datastream, _ device: Int) -> DatastreamValue? {
    account.devices[device].readings[stream.pin]?.value ?? stream.defaultValue
  }
}
