import HTTPTestServer

/// Puts names in the place of tokens in what the admin port shows.
enum SecretMask {
  /// A path or URL: tokens in the query by their names, in the path by their shape.
  static func target(_ target: String) -> String {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "/", omittingEmptySubsequences: false).map(piece)
    let masked = path.joined(separator: "/")
    guard parts.count > 1 else { return masked }
    return masked + "?" + parts[1].split(separator: "&").map(item).joined(separator: "&")
  }

  /// A header's value: that of `Authorization` keeps only its scheme.
  static func header(_ name: String, _ value: String) -> String {
    guard name.lowercased() == "authorization" else { return value }
    return "\(value.prefix { $0 != " " }) ‹particle.access_token›"
  }

  /// An integration's definition: in its URL, its query, its form and its headers, whoever's the
  /// tokens are. Placeholders are no tokens.
  static func definition(_ definition: JSONValue) -> JSONValue {
    guard let members = definition.object?.members else { return definition }
    return .object(JSONObject(members.map { (name: $0.name, value: member($0.name, $0.value)) }))
  }

  private static func member(_ name: String, _ value: JSONValue) -> JSONValue {
    if value.object != nil { return definition(value) }
    guard let text = value.string, !text.contains("{{") else { return value }
    switch name.lowercased() {
    case "url": return .string(target(text))
    case "authorization": return .string(header(name, text))
    case "password", "username", "client_secret": return "‹secret›"
    default: return names[name].map(JSONValue.string) ?? value
    }
  }

  private static let names = [
    "token": "‹blynk.auth_token›", "access_token": "‹particle.access_token›",
  ]

  private static func item(_ item: Substring) -> String {
    let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard pair.count > 1, let name = names[String(pair[0])] else { return String(item) }
    return "\(pair[0])=\(name)"
  }

  /// 40 hexadecimal digits are an access token; ids have 24 (particle:id-shapes).
  private static func piece(_ piece: Substring) -> String {
    piece.utf8.count == 40 && piece.allSatisfy(\.isHexDigit)
      ? "‹particle.access_token›" : String(piece)
  }
}
