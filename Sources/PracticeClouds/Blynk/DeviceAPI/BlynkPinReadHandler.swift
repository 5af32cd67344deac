import HTTPTestServer

/// `get` and `getAll`: the values of a device's pins.
enum BlynkPinReadHandler: BlynkDeviceHandler {
  case get
  case getAll

  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    switch self {
    case .get: try BlynkPinReadHandler.getValues(call)
    case .getAll: BlynkPinReadHandler.getAllValues(call)
    }
  }

  /// One value bare, or several as an object (blynk:get-value, blynk:get-by-id, blynk:get-many).
  private static func getValues(_ call: BlynkDeviceCall) throws(BlynkRefusal) -> PracticeReply {
    switch try BlynkQuery.selection(call.query) {
    case .dataStream(let id):
      return BlynkReplies.value(shown(try call.stream(id: id), call.device)?.printed ?? "")
    case .pins(let pins) where pins.count == 1:
      return BlynkReplies.value(shown(try asked(pins[0].pin, call), call.device)?.printed ?? "")
    case .pins(let pins): return BlynkReplies.object(try values(of: pins, call))
    }
  }

  /// Every stream that has a value (blynk:get-all).
  private static func getAllValues(_ call: BlynkDeviceCall) -> PracticeReply {
    let streams = call.template.datastreams.sorted { $0.pin < $1.pin }
    return BlynkReplies.object(
      streams.compactMap { stream in
        let stored = call.device.readings[stream.pin]?.value
        let value = stored ?? (call.settings.getAllListsDefaults ? stream.defaultValue : nil)
        return value.map { (name: BlynkPin(.virtual, stream.pin).name, value: $0) }
      })
  }

  /// The stream on a pin that is to be read.
  private static func asked(
    _ pin: BlynkPin, _ call: BlynkDeviceCall
  ) throws(BlynkRefusal) -> Datastream {
    guard let stream = call.template.stream(on: pin) else {
      throw .unknownPin(text: call.settings.unknownPinText)
    }
    return stream
  }

  /// A stream without value and default is left out: not documented (blynk:get-many).
  private static func values(
    of pins: [BlynkQuery.AskedPin], _ call: BlynkDeviceCall
  ) throws(BlynkRefusal) -> [(name: String, value: DatastreamValue)] {
    var values: [(name: String, value: DatastreamValue)] = []
    for pin in pins {
      let value = shown(try asked(pin.pin, call), call.device)
      if let value { values.append((pin.asked, value)) }
    }
    return values
  }

  /// A stream never written shows its default value: not documented (blynk:get-no-value).
  private static func shown(_ stream: Datastream, _ device: BlynkDevice) -> DatastreamValue? {
    device.readings[stream.pin]?.value ?? stream.defaultValue
  }
}
