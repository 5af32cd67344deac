/// What a person builds in Blynk's Developer Zone: templates.
enum BlynkTemplateConsole {
  /// One more template (blynk:guide-manual).
  static func add(
    named name: String, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) -> BlynkTemplate {
    let limit = store.settings.plan.templates
    guard store.account.templates.count < limit else { throw .limit("templates", limit) }
    return store.addTemplate(named: name)
  }

  /// "New Datastream", for each; ids follow the order of creation (blynk:get-by-id). Names and
  /// pins are not used twice (blynk:stream-names).
  ///
  /// - Parameter template: nil is the first.
  /// - Returns: the streams, with their ids.
  static func add(
    _ streams: [Datastream], to template: String?, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) -> [Datastream] {
    let place = try place(ofTemplate: template, in: store)
    let limit = store.settings.plan.datastreams
    var changed = store.account.templates[place]
    for var stream in streams {
      let pin = BlynkPin(.virtual, stream.pin)
      guard changed.stream(on: pin) == nil else { throw .pinTaken(pin.name) }
      guard !changed.datastreams.contains(where: { $0.name == stream.name }) else {
        throw .nameTaken(stream.name)
      }
      guard changed.datastreams.count < limit else { throw .limit("datastreams", limit) }
      stream.id = changed.nextStreamID
      changed.datastreams.append(stream)
    }
    store.updateTemplate(at: place) { $0 = changed }
    return Array(changed.datastreams.suffix(streams.count))
  }

  /// A new metadata field (blynk:meta-field).
  static func add(
    _ field: BlynkMetaField, to template: String?, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) -> BlynkMetaField {
    let place = try place(ofTemplate: template, in: store)
    let fields = store.account.templates[place].metaFields
    guard !fields.contains(where: { $0.name == field.name }) else { throw .nameTaken(field.name) }
    let limit = store.settings.plan.metaFields
    guard fields.count < limit else { throw .limit("metadata fields", limit) }
    var made = field
    made.id = (fields.map(\.id).max() ?? 0) + 1
    store.updateTemplate(at: place) { $0.metaFields = fields + [made] }
    return made
  }

  /// A new event (blynk:log-event).
  static func add(
    _ event: BlynkEventType, to template: String?, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) {
    let place = try place(ofTemplate: template, in: store)
    let events = store.account.templates[place].events
    guard !events.contains(where: { $0.code == event.code }) else { throw .nameTaken(event.code) }
    store.updateTemplate(at: place) { $0.events.append(event) }
  }

  /// "Save and Apply" of a dashboard (blynk:guide-web-dashboard, blynk:guide-app-dashboard).
  ///
  /// - Parameter onWeb: else it is the app's; neither is made from the other.
  static func setDashboard(
    _ widgets: [BlynkWidget], onWeb: Bool, in store: inout BlynkStore
  ) throws(BlynkConsoleRefusal) {
    let place = try place(ofTemplate: nil, in: store)
    let template = store.account.templates[place]
    for pin in widgets.flatMap(\.pins) where template.stream(on: BlynkPin(.virtual, pin)) == nil {
      throw .noDatastream(pin: "V\(pin)")
    }
    store.updateTemplate(at: place) { template in
      if onWeb { template.webDashboard = widgets } else { template.appDashboard = widgets }
    }
  }

  /// The place of a template; nil is the first.
  private static func place(
    ofTemplate id: String?, in store: BlynkStore
  ) throws(BlynkConsoleRefusal) -> Int {
    let templates = store.account.templates
    if templates.isEmpty { throw .noTemplate }
    guard let id else { return 0 }
    guard let index = templates.firstIndex(where: { $0.id == id }) else {
      throw .noSuchTemplate(id)
    }
    return index
  }
}
