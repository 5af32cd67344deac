import HTTPTestServer

/// What is said about a device, and not measured by it.
extension BlynkPracticeCloud {
  /// `device/meta` (blynk:meta-field).
  func metadata(_ query: BlynkQuery.Items, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    let text = query.first { $0.name == "metaFieldId" }?.value ?? ""
    guard let id = Int(text) else { throw .wrongMetaFieldFormat }
    let fields = template(of: account.devices[device]).metaFields
    guard let field = fields.first(where: { $0.id == id }) else { throw .noMetaField }
    let value = account.devices[device].metadata[id] ?? field.value
    return BlynkReplies.json(
      200, ["type": .string(field.kind.rawValue), "value": .string(value)])
  }

  /// `device/meta/update`, by id or by name (blynk:meta-field).
  func updateMetadata(
    _ query: BlynkQuery.Items, _ device: Int
  ) throws(BlynkRefusal) -> PracticeReply {
    let field = try metaField(query, device)
    let value = query.first { $0.name == "value" }?.value
    guard let value, field.fits(value) else { throw .wrongMetaValue }
    account.devices[device].metadata[field.id] = value
    return .empty(200)
  }

  private func metaField(
    _ query: BlynkQuery.Items, _ device: Int
  ) throws(BlynkRefusal) -> BlynkMetaField {
    let fields = template(of: account.devices[device]).metaFields
    if let name = query.first(where: { $0.name == "metaFieldName" })?.value {
      guard let field = fields.first(where: { $0.name == name }) else {
        throw .noMetaFieldWithoutStop
      }
      return field
    }
    guard let id = Int(query.first { $0.name == "metaFieldId" }?.value ?? "") else {
      throw .wrongMetaFieldFormatWithoutStop
    }
    guard let field = fields.first(where: { $0.id == id }) else { throw .noMetaFieldWithoutStop }
    return field
  }

  /// `provision`: for devices paired over WiFi. The reply's body, and what a wrong template id
  /// gets, are not documented: nothing, and the only refusal there is (blynk:provision-call).
  func provision(_ query: BlynkQuery.Items, _ device: Int) throws(BlynkRefusal) -> PracticeReply {
    let template = query.first { $0.name == "templateId" }?.value
    guard template == account.devices[device].templateID else { throw .invalidToken }
    return .empty(200)
  }

  /// `device`, as third-party programs read it (blynk:device-json).
  func describe(_ device: Int) -> PracticeReply {
    let device = account.devices[device]
    let activated = device.createdAt.timeIntervalSince1970 * 1000
    return BlynkReplies.json(
      200,
      [
        "id": .number(Double(device.id)), "name": .string(device.name),
        "activatedAt": .number(activated.rounded()), "hardwareInfo": [:],
      ])
  }
}
