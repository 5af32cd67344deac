import HTTPTestServer

extension BlynkPracticeCloud {
  /// Looking at templates.
  func templateReply(
    _ route: PlatformRoute, _ call: PlatformCall
  ) throws(PlatformRefusal) -> PracticeReply {
    switch route {
    case .organization: return BlynkReplies.json(200, PlatformObjects.organization())
    case .templates: return call.page(account.templates.map(PlatformObjects.template))
    case .datastreams:
      return call.page(try platformTemplate(call).datastreams.map(PlatformObjects.datastream))
    case .metaFields:
      return call.page(
        try platformTemplate(call).metaFields.map { PlatformObjects.metaField($0) })
    case .events: return call.page(try platformTemplate(call).events.map(PlatformObjects.event))
    default: return BlynkReplies.json(200, PlatformObjects.template(try platformTemplate(call)))
    }
  }

  /// Making and changing templates: 201 with the object, 204 else.
  func changeTemplate(
    _ route: PlatformRoute, _ call: PlatformCall
  ) async throws(PlatformRefusal) -> PracticeReply {
    if route == .createTemplate { return try await createTemplate(call) }
    let index = try platformIndex(call)
    switch route {
    case .renameTemplate: account.templates[index].name = try call.member("name")
    case .deleteTemplate: account.templates.remove(at: index)
    case .createDatastream: return try await createDatastream(call, account.templates[index].id)
    case .changeDatastream: try changeDatastream(call, index)
    default:
      let id = try call.number("dataStreamId")
      guard account.templates[index].stream(id: id) != nil else { throw .noDataStream(id) }
      account.templates[index].datastreams.removeAll { $0.id == id }
    }
    await onChange()
    return .empty(204)
  }

  private func createTemplate(_ call: PlatformCall) async throws(PlatformRefusal) -> PracticeReply {
    let name = try call.member("name")
    do throws(BlynkConsoleRefusal) {
      return BlynkReplies.json(
        201, PlatformObjects.template(try await makeAnotherTemplate(named: name)))
    } catch {
      throw .console(error)
    }
  }

  private func createDatastream(
    _ call: PlatformCall, _ template: String
  ) async throws(PlatformRefusal) -> PracticeReply {
    let stream = try BlynkPracticeCloud.datastream(call)
    do throws(BlynkConsoleRefusal) {
      let made = try await add([stream], to: template)
      return BlynkReplies.json(201, PlatformObjects.datastream(made.first ?? stream))
    } catch {
      throw .console(error)
    }
  }

  private func changeDatastream(_ call: PlatformCall, _ index: Int) throws(PlatformRefusal) {
    var stream = try BlynkPracticeCloud.datastream(call)
    stream.id = try call.whole("id")
    let streams = account.templates[index].datastreams
    guard let place = streams.firstIndex(where: { $0.id == stream.id }) else {
      throw .noDataStream(stream.id)
    }
    account.templates[index].datastreams[place] = stream
  }

  /// The stream that a body describes; its id is given by the template.
  private static func datastream(_ call: PlatformCall) throws(PlatformRefusal) -> Datastream {
    let pin = try call.whole("pin")
    guard (0...BlynkPin.highest).contains(pin) else { throw .missing("pin") }
    guard let type = DatastreamType(named: try call.member("type")) else { throw .missing("type") }
    let label = try call.member("label")
    var stream = Datastream(
      id: 0, name: label, alias: call.body["alias"]?.plain ?? label, pin: pin, type: type,
      min: call.body["min"]?.number, max: call.body["max"]?.number)
    stream.units = call.body["units"]?.string
    stream.isRaw = call.body["isRaw"]?.bool ?? false
    stream.defaultValue = call.body["defaultValue"]?.plain.flatMap {
      stream.value(of: $0, parsing: .lenient)
    }
    return stream
  }

  private func platformTemplate(_ call: PlatformCall) throws(PlatformRefusal) -> BlynkTemplate {
    account.templates[try platformIndex(call)]
  }

  /// By number, or by its `TMPL…`.
  private func platformIndex(_ call: PlatformCall) throws(PlatformRefusal) -> Int {
    let named = try call.text("templateId")
    let index = account.templates.firstIndex { $0.id == named || String($0.number) == named }
    guard let index else { throw .noTemplate }
    return index
  }
}
