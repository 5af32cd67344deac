import HTTPTestServer

extension StoredIntegration {
  /// The integration as somebody would have made it by mistake: it shows in what the API
  /// tells of it, and acts in what it sends.
  func bent(by faults: Faults) -> StoredIntegration {
    guard var object = definition.object else { return self }
    if faults.isOn(.integrationDisabled) { object["disabled"] = true }
    if faults.isOn(.integrationWrongEvent) { object["event"] = .string(event + "s") }
    if faults.isOn(.integrationWrongURL) {
      object["url"] = .string(StoredIntegration.misspelt(url))
    }
    if faults.isOn(.integrationDefaultFields) { object["noDefaults"] = false }
    if let query = object["query"]?.object {
      object["query"] = .object(StoredIntegration.bent(query, by: faults))
    }
    var bent = self
    bent.definition = .object(object)
    return bent
  }

  /// A second one of the same definition, by another id.
  var twin: StoredIntegration {
    StoredIntegration(
      id: String(id.reversed()), createdAt: createdAt, definition: definition,
      productID: productID, organization: organization)
  }

  private static func bent(_ query: JSONObject, by faults: Faults) -> JSONObject {
    var query = query
    // The row shows what V17's does, as in the guide that this is the fault of: Footbridge's own
    // sketch has no other value to give for it.
    if faults.isOn(.loopV16), let echo = query["V17"] { query["V16"] = query["V16"] ?? echo }
    if faults.isOn(.integrationWrongField), let row = query["V17"]?.plain {
      query["V17"] = .string(row.replacing("v17", with: "v71"))
    }
    return query
  }

  /// The path lacks its last letter; a query behind it stays.
  private static func misspelt(_ url: String) -> String {
    let path = url.prefix { $0 != "?" }
    return String(path.dropLast()) + url.dropFirst(path.count)
  }
}

extension [StoredIntegration] {
  /// The integrations as they are, or as faults make them.
  func bent(by faults: Faults) -> [StoredIntegration] {
    if faults.isOn(.integrationMissing) { return [] }
    let all = map { $0.bent(by: faults) }
    return faults.isOn(.integrationDuplicate) ? all.flatMap { [$0, $0.twin] } : all
  }
}
