import HTTPTestServer

extension BlynkPracticeCloud {
  /// Devices and their values.
  func deviceReply(
    _ route: PlatformRoute, _ call: PlatformCall
  ) async throws(PlatformRefusal) -> PracticeReply {
    switch route {
    case .devices: return call.page(account.devices.map(platformDevice))
    case .searchDevices:
      let wanted = try call.text("query").lowercased()
      return call.page(
        account.devices.filter { $0.name.lowercased().contains(wanted) }.map(platformDevice))
    case .createDevice: return try await createDevice(call)
    case .deleteDevice:
      account.devices.remove(at: try deviceIndex(try call.number("deviceId")))
      await onChange()
      return .empty(204)
    case .deviceOnline:
      _ = try deviceIndex(try call.number("deviceId"))
      return BlynkReplies.json(200, ["connected": .bool(settings.hardwareConnected)])
    case .writeValue, .writeValues: return try write(call)
    default:
      let index = try deviceIndex(try call.number("deviceId"))
      return BlynkReplies.json(200, platformDevice(account.devices[index]))
    }
  }

  /// 201 with the new device, its token in it.
  private func createDevice(_ call: PlatformCall) async throws(PlatformRefusal) -> PracticeReply {
    let (template, name) = (try call.member("templateId"), try call.member("name"))
    guard try call.whole("orgId") == PlatformObjects.organizationID else { throw .noOrganization }
    guard try call.whole("ownerId") == PlatformObjects.ownerID else { throw .noUser }
    guard let known = account.template(template) else { throw .noTemplate }
    do throws(BlynkConsoleRefusal) {
      let device = try await activate(named: name, template: template)
      return BlynkReplies.json(201, PlatformObjects.device(device, known))
    } catch {
      throw .console(error)
    }
  }

  /// One value by its stream's id, or several; whether that fires webhooks is not documented, so it
  /// follows the same setting as a write over HTTPS.
  private func write(_ call: PlatformCall) throws(PlatformRefusal) -> PracticeReply {
    let index = try deviceIndex(try call.whole("deviceId"))
    var values = call.body["values"]?.object?.members ?? []
    if values.isEmpty {
      guard let value = call.body["value"] else { throw .missing("value") }
      values = [.init(name: "\(try call.whole("dataStreamId"))", value: value)]
    }
    var writes: [Write] = []
    for member in values {
      guard let id = Int(member.name) else { throw .missing("values") }
      guard let stream = template(of: account.devices[index]).stream(id: id) else {
        throw .noDataStream(id)
      }
      guard let value = stream.value(of: member.value, parsing: settings.integerParsing) else {
        throw .valueRefused
      }
      writes.append(Write(stream: stream, value: value))
    }
    store(writes, index, firing: settings.httpsWritesFireWebhooks)
    return .empty(204)
  }

  private func deviceIndex(_ id: Int) throws(PlatformRefusal) -> Int {
    guard let index = account.devices.firstIndex(where: { $0.id == id }) else { throw .noDevice }
    return index
  }

  private func platformDevice(_ device: BlynkDevice) -> JSONValue {
    PlatformObjects.device(device, account.template(device.templateID))
  }
}
