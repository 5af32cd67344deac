import HTTPTestServer

/// `device/meta` and `device/meta/update`: the metadata fields of a device (blynk:meta-field).
enum BlynkMetadataHandler: BlynkDeviceHandler {
  case read
  case update

  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    switch self {
    case .read: try BlynkMetadataHandler.readField(call)
    case .update: try BlynkMetadataHandler.updateField(call, &store)
    }
  }

  /// By id.
  private static func readField(_ call: BlynkDeviceCall) throws(BlynkRefusal) -> PracticeReply {
    let text = call.request.queryValue("metaFieldId") ?? ""
    guard let id = Int(text) else { throw .wrongMetaFieldFormat }
    guard let field = call.template.metaFields.first(where: { $0.id == id }) else {
      throw .noMetaField
    }
    let value = call.device.metadata[id] ?? field.value
    return BlynkReplies.json(
      200, ["type": .string(field.kind.rawValue), "value": .string(value)])
  }

  /// By id or by name.
  private static func updateField(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    let field = try field(call)
    guard let value = call.request.queryValue("value"), field.fits(value) else {
      throw .wrongMetaValue
    }
    store.updateDevice(at: call.place) { $0.metadata[field.id] = value }
    return .empty(200)
  }

  private static func field(_ call: BlynkDeviceCall) throws(BlynkRefusal) -> BlynkMetaField {
    let fields = call.template.metaFields
    if let name = call.request.queryValue("metaFieldName") {
      guard let field = fields.first(where: { $0.name == name }) else {
        throw .noMetaFieldWithoutStop
      }
      return field
    }
    guard let id = Int(call.request.queryValue("metaFieldId") ?? "") else {
      throw .wrongMetaFieldFormatWithoutStop
    }
    guard let field = fields.first(where: { $0.id == id }) else { throw .noMetaFieldWithoutStop }
    return field
  }
}
