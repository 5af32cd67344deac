extension IntegrationDefinition {
  /// Where the found integration would behave otherwise than this definition; empty when it would
  /// not.
  ///
  /// Only what changes behaviour counts: double or triple braces, blanks inside them, the case of a
  /// pin, a flag written as text, a default left out and rows of a person's own are let pass. A V16
  /// row is not: see `blynk(event:url:name:)`.
  package func differences(from found: Integration) -> [FieldDifference] {
    settings(found) + rows(found)
  }

  private func settings(_ found: Integration) -> [FieldDifference] {
    let pairs: [(field: String, wanted: String, found: String?, same: Bool)] = [
      ("event", event, found.event, found.event == event),
      ("url", url, found.url, found.url.map(Self.plainURL) == Self.plainURL(url)),
      (
        "requestType", requestType, found.requestType,
        found.requestType?.uppercased() == requestType.uppercased()
      ),
      ("disabled", "false", found.disabled.map { "\($0)" }, found.disabled != true),
      (
        "noDefaults", "\(noDefaults)", found.noDefaults.map { "\($0)" },
        (found.noDefaults ?? false) == noDefaults
      ),
      (
        "rejectUnauthorized", "\(rejectUnauthorized)",
        found.rejectUnauthorized.map { "\($0)" },
        (found.rejectUnauthorized ?? true) == rejectUnauthorized
      ),
    ]
    return pairs.filter { !$0.same }
      .map { FieldDifference(field: $0.field, wanted: $0.wanted, found: $0.found) }
  }

  private func rows(_ found: Integration) -> [FieldDifference] {
    let there = Dictionary(
      found.query.map { (Self.rowName($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    var differences: [FieldDifference] = []
    for (row, wanted) in query.sorted(by: { $0.key < $1.key }) {
      let value = there[Self.rowName(row)]
      if value.map(Self.plainTemplate) == Self.plainTemplate(wanted) { continue }
      let shown = value.map { Self.isTemplate($0) || row != "token" ? $0 : "a fixed value" }
      differences.append(FieldDifference(field: "query.\(row)", wanted: wanted, found: shown))
    }
    if query["V16"] == nil, let echoed = there["V16"] {
      differences.append(FieldDifference(field: "query.V16", wanted: nil, found: echoed))
    }
    return differences
  }

  /// Blynk takes `v17` and `V17` alike, other names by case (blynk-cloud §2).
  private static func rowName(_ name: String) -> String {
    name.hasPrefix("v") && name.dropFirst().allSatisfy(\.isNumber) ? name.uppercased() : name
  }

  private static func isTemplate(_ value: String) -> Bool { value.contains("{{") }

  /// The same template, however many braces and blanks it has.
  private static func plainTemplate(_ value: String) -> String {
    value.filter { !" {}".contains($0) } + (isTemplate(value) ? "{}" : "")
  }

  /// Scheme and host have no case, and Blynk takes a trailing slash (blynk-cloud §3.5).
  private static func plainURL(_ url: String) -> String {
    var parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    for index in parts.indices.prefix(3) { parts[index] = parts[index].lowercased() }
    let joined = parts.joined(separator: "/")
    return joined.hasSuffix("/") ? String(joined.dropLast()) : joined
  }
}
