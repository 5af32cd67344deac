import HTTPTestServer

/// The datastreams of a template: 201 with the object when one is made, 204 when one is changed or
/// deleted (blynk:platform-datastreams).
enum PlatformDatastreamHandler: PlatformHandler {
  case list
  case create
  case change
  case delete

  func answer(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    switch self {
    case .list: try PlatformDatastreamHandler.listDatastreams(call, store)
    case .create: try PlatformDatastreamHandler.createDatastream(call, &store)
    case .change: try PlatformDatastreamHandler.changeDatastream(call, &store)
    case .delete: try PlatformDatastreamHandler.deleteDatastream(call, &store)
    }
  }

  private static func listDatastreams(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let template = try PlatformTemplateHandler.template(call, store)
    return call.page(template.datastreams.map(PlatformObjects.datastream))
  }

  private static func createDatastream(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let template = try PlatformTemplateHandler.template(call, store)
    let stream = try datastream(call)
    let made = try call.console { () throws(BlynkConsoleRefusal) in
      try BlynkTemplateConsole.add([stream], to: template.id, in: &store)
    }
    return BlynkReplies.json(201, PlatformObjects.datastream(made.first ?? stream))
  }

  private static func changeDatastream(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let template = try PlatformTemplateHandler.place(call, store)
    var stream = try datastream(call)
    stream.id = try call.whole("id")
    let streams = store.account.templates[template].datastreams
    guard let place = streams.firstIndex(where: { $0.id == stream.id }) else {
      throw .noDataStream(stream.id)
    }
    store.updateTemplate(at: template) { $0.datastreams[place] = stream }
    return .empty(204)
  }

  private static func deleteDatastream(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let template = try PlatformTemplateHandler.place(call, store)
    let id = try call.number("dataStreamId")
    guard store.account.templates[template].stream(id: id) != nil else { throw .noDataStream(id) }
    store.updateTemplate(at: template) { $0.datastreams.removeAll { $0.id == id } }
    return .empty(204)
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
}
