import HTTPTestServer

/// `update/property`: the properties of widgets (blynk:widget-property).
struct BlynkPropertyHandler: BlynkDeviceHandler {
  /// Sets them; that a widget exists is not checked.
  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    let named = call.request.queryValue("pin") ?? ""
    let stream = try call.stream(on: try BlynkQuery.pin(named))
    let properties = call.query.filter { $0.name != "token" && $0.name != "pin" }
    for item in properties where !BlynkPropertyHandler.fits(item.name, item.value ?? "") {
      throw .typeMismatchWithoutStop
    }
    store.updateDevice(at: call.place) { device in
      for item in properties {
        device.properties[stream.pin, default: [:]][item.name] = item.value ?? ""
      }
    }
    return .empty(200)
  }

  /// Whether a value may stand in a property. The docs say that some do not, and not which: a
  /// colour is `#RRGGBB` here, a switch `true` or `false` (or 1, 0), anything else any text.
  private static func fits(_ name: String, _ value: String) -> Bool {
    if switches.contains(name) { return ["true", "false", "1", "0"].contains(value) }
    if colours.contains(name) { return isColour(value) }
    return true
  }

  private static let switches: Set<String> = ["isDisabled", "isHidden"]
  private static let colours: Set<String> = [
    "color", "onColor", "offColor", "onBackColor", "offBackColor",
  ]

  private static func isColour(_ value: String) -> Bool {
    value.utf8.count == 7 && value.first == "#" && value.dropFirst().allSatisfy(\.isHexDigit)
  }
}
