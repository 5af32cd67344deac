import Core

/// The request that a hook sends, worked out from its definition and an event; pure
/// (particle:hook-request, particle:hook-defaults).
struct HookRequest: Sendable, Equatable {
  struct Field: Sendable, Equatable {
    var name: String
    var value: String
  }

  var method: String
  /// With its query, percent-encoded.
  var url: String
  var headers: [Field]
  var body: [UInt8]?

  /// What a hook says it is.
  static let userAgent = "ParticleBot/1.1 (https://docs.particle.io/webhooks)"

  init(_ integration: StoredIntegration, _ event: PublishedEvent, _ filling: HookFilling) {
    let defaults = integration.noDefaults ? [] : HookRequest.defaults(event)
    let content = HookContent(integration, filling, defaults: defaults)
    method = integration.requestType
    let query = filling.pairs(integration.definition["query"]) + content.query
    url = HookRequest.joined(filling.fill(integration.url), query)
    body = content.body
    headers = HookRequest.headers(integration, filling, content)
  }

  /// The fields that come along unless `noDefaults` says not to.
  private static func defaults(_ event: PublishedEvent) -> [(name: String, value: String)] {
    [
      ("event", event.name), ("data", event.data ?? ""), ("published_at", event.publishedAt),
      ("coreid", event.coreID),
    ]
  }

  /// The definition's own headers come instead of those that the cloud would set.
  private static func headers(
    _ integration: StoredIntegration, _ filling: HookFilling, _ content: HookContent
  ) -> [Field] {
    var headers = filling.pairs(integration.definition["headers"]).map(Field.init)
    if let auth = integration.definition["auth"] {
      let user = filling.fill(auth["username"]?.plain ?? "")
      let pair = "\(user):\(filling.fill(auth["password"]?.plain ?? ""))"
      add("Authorization", "Basic \(Base64.encode(Array(pair.utf8)))", to: &headers)
    }
    add("User-Agent", userAgent, to: &headers)
    if content.isJSON { add("Accept", "application/json", to: &headers) }
    if let type = content.contentType { add("Content-Type", type, to: &headers) }
    return headers
  }

  private static func add(_ name: String, _ value: String, to headers: inout [Field]) {
    guard !headers.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
    headers.append(Field(name: name, value: value))
  }

  private static func joined(_ url: String, _ query: [(name: String, value: String)]) -> String {
    if query.isEmpty { return url }
    return url + (url.contains("?") ? "&" : "?") + HookContent.encoded(query)
  }
}

/// Where a hook's request goes.
enum HookTarget {
  /// The host of a URL, without a port: whether the real cloud shows one is not documented.
  static func host(of url: String) -> String {
    let address = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let authority = address.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? authority
    return String(host.prefix { $0 != ":" })
  }
}
