import Core

extension IntegrationDefinition {
  /// Where the found integration would behave otherwise than this definition; empty when it would
  /// not.
  ///
  /// Only what changes behaviour counts: double or triple braces, blanks inside them, the case of a
  /// pin, a flag written as text, a default left out, rows that stand in the URL and rows of a
  /// person's own are let pass. A V16 row is not: see `blynk(event:url:name:)`.
  ///
  /// - Parameter isOurToken: whether a text is the device's AuthToken, which may stand in the row
  ///   in place of the template; it is never shown.
  package func differences(
    from found: Integration, isOurToken: (String) -> Bool = { _ in false }
  ) -> [FieldDifference] {
    settings(found) + rows(found, isOurToken)
  }

  /// The definition for putting the found one right: its rows of a person's own and its limit to
  /// a device stay, as the cloud replaces the whole (particle:hook-replaced).
  package func keeping(_ found: Integration) -> IntegrationDefinition {
    var definition = self
    definition.deviceID = found.deviceID
    let wanted = Set(query.keys)
    for (name, value) in found.rows {
      let row = Self.rowName(name)
      let isStray = wanted.contains { Quoted.hint(name, $0) != nil }
      if !wanted.contains(row), row != "V16", !isStray { definition.query[name] = value }
    }
    return definition
  }

  private func settings(_ found: Integration) -> [FieldDifference] {
    let address = found.address
    let pairs: [(field: Phrase, wanted: String, found: String?, same: Bool)] = [
      ("event", event, found.event, found.event == event),
      ("url", url, address, address.map(Self.plainURL) == Self.plainURL(url)),
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

  private func rows(
    _ found: Integration, _ isOurToken: (String) -> Bool
  ) -> [FieldDifference] {
    let rows = found.rows
    let there = Dictionary(
      rows.map { (Self.rowName($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    var differences: [FieldDifference] = []
    for (row, wanted) in query.sorted(by: { $0.key < $1.key }) {
      guard let value = there[Self.rowName(row)] else {
        differences.append(Self.absent(row, wanted, among: rows.keys))
        continue
      }
      if Self.template(value) == Self.template(wanted) { continue }
      if row == "token", isOurToken(value) || Self.isCloudSecret(value) { continue }
      let isHidden = row == "token" && !Self.isTemplate(value)
      let shown = isHidden ? FieldDifference.fixedValue.english : value
      differences.append(
        FieldDifference(
          field: "query.\(row)", wanted: wanted, found: shown, isHidden: isHidden))
    }
    if query["V16"] == nil, let echoed = there["V16"] {
      differences.append(FieldDifference(field: "query.V16", wanted: nil, found: echoed))
    }
    return differences
  }

  /// A row that is not there, or whose name only looks like it.
  private static func absent(
    _ row: String, _ wanted: String, among names: some Collection<String>
  ) -> FieldDifference {
    let near = names.sorted().first { Quoted.hint($0, row) != nil }
    return near.map { FieldDifference(field: "query name", wanted: row, found: $0) }
      ?? FieldDifference(field: "query.\(row)", wanted: wanted, found: nil)
  }

  /// Blynk takes `v17` and `V17` alike, other names by case (blynk:pin-spelling).
  private static func rowName(_ name: String) -> String {
    name.hasPrefix("v") && name.dropFirst().allSatisfy(\.isNumber) ? name.uppercased() : name
  }

  private static func isTemplate(_ value: String) -> Bool { value.contains("{{") }

  /// A value that Particle stores and shows nobody (particle:secret-names): only a trip proves it.
  private static func isCloudSecret(_ value: String) -> Bool {
    guard let name = template(value).name, !name.hasPrefix("PARTICLE_") else { return false }
    return name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
  }

  /// A row's value: the key of the event that fills it, however many braces and blanks inside them
  /// it has; else the text as it is, in which each character counts.
  private static func template(_ value: String) -> (name: String?, text: String) {
    guard value.hasPrefix("{{"), value.hasSuffix("}}") else { return (nil, value) }
    let braces = value.hasPrefix("{{{") && value.hasSuffix("}}}") ? 3 : 2
    guard value.count > 2 * braces else { return (nil, value) }
    var inside = value.dropFirst(braces).dropLast(braces)
    if braces == 2, inside.hasPrefix("&") { inside = inside.dropFirst() }
    let name = inside.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    return name.contains(where: "{} ".contains) || name.isEmpty ? (nil, value) : (name, name)
  }

  /// Scheme and host have no case, a port may be the scheme's own, and Blynk takes a trailing slash
  /// (blynk:trailing-slash).
  private static func plainURL(_ url: String) -> String {
    var parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .map(String.init)
    for index in parts.indices.prefix(3) { parts[index] = parts[index].lowercased() }
    if parts.count > 2 {
      let own = parts[0] == "https:" ? ":443" : ":80"
      if parts[2].hasSuffix(own) { parts[2] = String(parts[2].dropLast(own.count)) }
    }
    let joined = parts.joined(separator: "/")
    return joined.hasSuffix("/") ? String(joined.dropLast()) : joined
  }
}

extension Integration {
  /// Where it sends to, without the query and without a login: those may hold a token.
  package var address: String? {
    url.map { url in
      let plain = String(url.unicodeScalars.prefix { $0 != "?" && $0 != "#" })
      guard let mark = plain.firstRange(of: "://"),
        let at = plain[mark.upperBound...].prefix(while: { $0 != "/" }).lastIndex(of: "@")
      else { return plain }
      return plain[..<mark.upperBound] + "…" + plain[at...]
    }
  }

  /// What goes into the query, be it in rows of its own or in the URL.
  package var rows: [String: String] {
    let tail = url?.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    var rows: [String: String] = [:]
    for pair in tail.prefix(while: { $0 != "#" }).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      rows[Integration.decoded(parts[0])] = parts.count > 1 ? Integration.decoded(parts[1]) : ""
    }
    return rows.merging(query) { _, own in own }
  }

  /// Percent-encoded bytes as the text that they are.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let pair = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
      if first == UInt8(ascii: "%"), pair.utf8.count == 2, let byte = UInt8(pair, radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
