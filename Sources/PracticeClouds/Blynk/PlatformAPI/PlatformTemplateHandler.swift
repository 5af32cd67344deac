import HTTPTestServer

/// Templates, and the organization that they are of: 201 with the object when one is made, 204
/// when one is changed or deleted (blynk:platform-templates).
enum PlatformTemplateHandler: PlatformHandler {
  case organization
  case list
  case show
  case metaFields
  case events
  case create
  case rename
  case delete

  func answer(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    switch self {
    case .organization: PlatformTemplateHandler.showOrganization()
    case .list: PlatformTemplateHandler.listTemplates(call, store)
    case .show: try PlatformTemplateHandler.showTemplate(call, store)
    case .metaFields: try PlatformTemplateHandler.listMetaFields(call, store)
    case .events: try PlatformTemplateHandler.listEvents(call, store)
    case .create: try PlatformTemplateHandler.createTemplate(call, &store)
    case .rename: try PlatformTemplateHandler.renameTemplate(call, &store)
    case .delete: try PlatformTemplateHandler.deleteTemplate(call, &store)
    }
  }

  private static func showOrganization() -> PracticeReply {
    BlynkReplies.json(200, PlatformObjects.organization())
  }

  private static func listTemplates(
    _ call: PlatformCall, _ store: BlynkStore
  ) -> PracticeReply {
    call.page(store.account.templates.map(PlatformObjects.template))
  }

  private static func showTemplate(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    BlynkReplies.json(200, PlatformObjects.template(try template(call, store)))
  }

  private static func listMetaFields(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    call.page(try template(call, store).metaFields.map { PlatformObjects.metaField($0) })
  }

  private static func listEvents(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    call.page(try template(call, store).events.map(PlatformObjects.event))
  }

  private static func createTemplate(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let name = try call.member("name")
    let made = try call.console { () throws(BlynkConsoleRefusal) in
      try BlynkTemplateConsole.add(named: name, in: &store)
    }
    return BlynkReplies.json(201, PlatformObjects.template(made))
  }

  private static func renameTemplate(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    let place = try place(call, store)
    let name = try call.member("name")
    store.updateTemplate(at: place) { $0.name = name }
    return .empty(204)
  }

  private static func deleteTemplate(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply {
    store.removeTemplate(at: try place(call, store))
    return .empty(204)
  }

  /// The template that the query names.
  static func template(
    _ call: PlatformCall, _ store: BlynkStore
  ) throws(PlatformRefusal) -> BlynkTemplate {
    store.account.templates[try place(call, store)]
  }

  /// By number, or by its `TMPL…`.
  static func place(_ call: PlatformCall, _ store: BlynkStore) throws(PlatformRefusal) -> Int {
    let named = try call.text("templateId")
    let templates = store.account.templates
    let place = templates.firstIndex { $0.id == named || String($0.number) == named }
    guard let place else { throw .noTemplate }
    return place
  }
}
