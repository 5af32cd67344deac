/// What a person does with devices in Blynk's console and app.
enum BlynkDeviceConsole {
  /// "New Device" from the template (blynk:guide-new-device). A device of that name is not made
  /// twice.
  ///
  /// - Parameter name: nil is the first device, named as the template.
  /// - Returns: the device.
  static func activate(
    named name: String?, template id: String?, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) -> BlynkDevice {
    let account = store.account
    guard let template = id.map(account.template) ?? account.template else { throw .noTemplate }
    if let device = account.devices.first(where: { name == nil || $0.name == name }) {
      return device
    }
    let limit = store.settings.plan.devices
    guard account.devices.count < limit else { throw .limit("devices", limit) }
    return store.addDevice(named: name ?? template.name, template: template.id)
  }

  /// A widget's action in dashboard or app: fires webhooks whatever the setting
  /// (blynk:webhook-by-widget).
  ///
  /// - Parameter name: a device's id or name; nil is the first.
  /// - Returns: the value as stored.
  static func flip(
    _ text: String, pin: Int, device name: String?, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) -> String {
    let place = try place(ofDevice: name, in: store)
    let stream = try stream(on: pin, of: store.account.devices[place], in: store)
    guard let value = stream.value(of: text, parsing: store.settings.integerParsing) else {
      throw .valueRefused(text, stream: stream.name, type: stream.type)
    }
    store.write(
      [DatastreamWrite(stream: stream, value: value)], toDeviceAt: place, firing: true)
    return value.printed
  }

  /// The stream on a virtual pin.
  static func stream(
    on pin: Int, of device: BlynkDevice, in store: BlynkStore
  ) throws(BlynkConsoleRefusal) -> Datastream {
    guard let stream = store.template(of: device).stream(on: BlynkPin(.virtual, pin)) else {
      throw .noDatastream(pin: "V\(pin)")
    }
    return stream
  }

  private static func place(
    ofDevice name: String?, in store: BlynkStore
  ) throws(BlynkConsoleRefusal) -> Int {
    let devices = store.account.devices
    guard !devices.isEmpty else { throw .noDevice }
    guard let name else { return 0 }
    guard let index = devices.firstIndex(where: { $0.name == name || "\($0.id)" == name }) else {
      throw .noSuchDevice(name)
    }
    return index
  }
}
