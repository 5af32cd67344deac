import HTTPTestServer

/// Devices and their values (blynk:platform-devices).
enum PlatformDeviceHandler: PlatformHandler {
  case list
  case search
  case show
  case create
  case delete
  case isOnline
  case write

  func answer(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    switch self {
    case .list: PlatformDeviceHandler.listDevices(call, store)
    case .search: try PlatformDeviceHandler.searchDevices(call, store)
    case .show: try PlatformDeviceHandler.showDevice(call, store)
    case .create: try PlatformDeviceHandler.createDevice(call, &store)
    case .delete: try PlatformDeviceHandler.deleteDevice(call, &store)
    case .isOnline: try PlatformDeviceHandler.showConnection(call, store)
    case .write: try PlatformDeviceHandler.writeValues(call, &store)
    }
  }

  private static func listDevices(
    _ call: PlatformCall, _ store: BlynkStore
  ) -> PracticeReply {
    let account = store.account
    return call.page(account.devices.map { object($0, account) })
  }

  private static func searchDevices(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let wanted = try call.text("query").lowercased()
    let account = store.account
    let found = account.devices.filter { $0.name.lowercased().contains(wanted) }
    return call.page(found.map { object($0, account) })
  }

  private static func showDevice(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let place = try place(ofDevice: try call.number("deviceId"), store)
    return BlynkReplies.json(200, object(store.account.devices[place], store.account))
  }

  /// 201 with the new device, its token in it.
  private static func createDevice(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let (template, name) = (try call.member("templateId"), try call.member("name"))
    guard try call.whole("orgId") == PlatformObjects.organizationID else { throw .noOrganization }
    guard try call.whole("ownerId") == PlatformObjects.ownerID else { throw .noUser }
    guard let known = store.account.template(template) else { throw .noTemplate }
    let device = try call.console { () throws(BlynkConsoleRefusal) in
      try BlynkDeviceConsole.activate(named: name, template: template, in: &store)
    }
    return BlynkReplies.json(201, PlatformObjects.device(device, known))
  }

  private static func deleteDevice(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    store.removeDevice(at: try place(ofDevice: try call.number("deviceId"), store))
    return .empty(204)
  }

  private static func showConnection(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    _ = try place(ofDevice: try call.number("deviceId"), store)
    return BlynkReplies.json(200, ["connected": .bool(store.settings.hardwareConnected)])
  }

  /// One value by its stream's id, or several; whether that fires webhooks is not documented, so it
  /// follows the same setting as a write over HTTPS.
  private static func writeValues(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let place = try place(ofDevice: try call.whole("deviceId"), store)
    let template = store.template(of: store.account.devices[place])
    let settings = store.settings
    var writes: [DatastreamWrite] = []
    for member in try values(call) {
      guard let id = Int(member.name) else { throw .missing("values") }
      guard let stream = template.stream(id: id) else { throw .noDataStream(id) }
      guard let value = stream.value(of: member.value, parsing: settings.integerParsing) else {
        throw .valueRefused
      }
      writes.append(DatastreamWrite(stream: stream, value: value))
    }
    store.write(writes, toDeviceAt: place, firing: settings.httpsWritesFireWebhooks)
    return .empty(204)
  }

  /// By the id of the stream.
  private static func values(
    _ call: PlatformCall
  ) throws(PlatformRefusal) -> [JSONObject.Member] {
    let values = call.body["values"]?.object?.members ?? []
    if !values.isEmpty { return values }
    guard let value = call.body["value"] else { throw .missing("value") }
    return [.init(name: "\(try call.whole("dataStreamId"))", value: value)]
  }

  private static func place(
    ofDevice id: Int, _ store: BlynkStore
  ) throws(PlatformRefusal) -> Int {
    guard let place = store.account.devices.firstIndex(where: { $0.id == id }) else {
      throw .noDevice
    }
    return place
  }

  private static func object(_ device: BlynkDevice, _ account: BlynkAccount) -> JSONValue {
    PlatformObjects.device(device, account.template(device.templateID))
  }
}
