/// What a person builds in Blynk's Developer Zone.
extension BlynkPracticeCloud {
  /// "New Template" (blynk:guide-manual). The account's first; if it is there it keeps its streams
  /// and takes the name.
  func makeTemplate(named name: String) async {
    if account.template == nil {
      account.template = BlynkTemplate(id: account.templateID, name: name, datastreams: [])
    }
    account.template?.name = name
    await onChange()
  }

  /// One more template, with an id of its own.
  func makeAnotherTemplate(named name: String) async throws(BlynkConsoleRefusal) -> BlynkTemplate {
    guard account.templates.count < settings.plan.templates else {
      throw .limit("templates", settings.plan.templates)
    }
    let id = account.templates.isEmpty ? account.templateID : "TMPL" + chance.urlSafe(9)
    let number = (account.templates.map(\.number).max() ?? 0) + 1
    let template = BlynkTemplate(id: id, number: number, name: name, datastreams: [])
    account.templates.append(template)
    await onChange()
    return template
  }

  /// "New Datastream", for each; ids follow the order of creation (blynk:get-by-id). Names and
  /// pins are not used twice (blynk:stream-names).
  ///
  /// - Parameter template: nil is the first.
  /// - Returns: the streams, with their ids.
  @discardableResult
  func add(
    _ streams: [Datastream], to template: String? = nil
  ) async throws(BlynkConsoleRefusal) -> [Datastream] {
    let index = try place(ofTemplate: template)
    var changed = account.templates[index]
    for var stream in streams {
      let pin = BlynkPin(.virtual, stream.pin)
      guard changed.stream(on: pin) == nil else { throw .pinTaken(pin.name) }
      guard !changed.datastreams.contains(where: { $0.name == stream.name }) else {
        throw .nameTaken(stream.name)
      }
      guard changed.datastreams.count < settings.plan.datastreams else {
        throw .limit("datastreams", settings.plan.datastreams)
      }
      stream.id = changed.nextStreamID
      changed.datastreams.append(stream)
    }
    account.templates[index] = changed
    await onChange()
    return Array(changed.datastreams.suffix(streams.count))
  }

  /// A new metadata field (blynk:meta-field).
  func add(
    _ field: BlynkMetaField, to template: String? = nil
  ) async throws(BlynkConsoleRefusal) -> BlynkMetaField {
    let index = try place(ofTemplate: template)
    let fields = account.templates[index].metaFields
    guard !fields.contains(where: { $0.name == field.name }) else { throw .nameTaken(field.name) }
    guard fields.count < settings.plan.metaFields else {
      throw .limit("metadata fields", settings.plan.metaFields)
    }
    var field = field
    field.id = (fields.map(\.id).max() ?? 0) + 1
    account.templates[index].metaFields.append(field)
    await onChange()
    return field
  }

  /// A new event (blynk:log-event).
  func add(
    _ event: BlynkEventType, to template: String? = nil
  ) async throws(BlynkConsoleRefusal) {
    let index = try place(ofTemplate: template)
    guard !account.templates[index].events.contains(where: { $0.code == event.code }) else {
      throw .nameTaken(event.code)
    }
    account.templates[index].events.append(event)
    await onChange()
  }

  /// "Save and Apply" of a dashboard (blynk:guide-web-dashboard, blynk:guide-app-dashboard).
  ///
  /// - Parameter onWeb: else it is the app's; neither is made from the other.
  func setDashboard(_ widgets: [BlynkWidget], onWeb: Bool) async throws(BlynkConsoleRefusal) {
    let index = try place(ofTemplate: nil)
    for pin in widgets.flatMap(\.pins) {
      let pin = BlynkPin(.virtual, pin)
      guard account.templates[index].stream(on: pin) != nil else {
        throw .noDatastream(pin: "V\(pin.number)")
      }
    }
    if onWeb {
      account.templates[index].webDashboard = widgets
    } else {
      account.templates[index].appDashboard = widgets
    }
    await onChange()
  }

  /// The place of a template; nil is the first.
  func place(ofTemplate id: String?) throws(BlynkConsoleRefusal) -> Int {
    if account.templates.isEmpty { throw .noTemplate }
    guard let id else { return 0 }
    guard let index = account.templates.firstIndex(where: { $0.id == id }) else {
      throw .noSuchTemplate(id)
    }
    return index
  }
}
