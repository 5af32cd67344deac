import Core
import HTTPTestServer

/// What a hook's request carries, and what of it has to travel in the query.
struct HookContent: Sendable {
  var contentType: String?
  var body: [UInt8]?
  var query: [(name: String, value: String)] = []
  /// Whether the definition asked for JSON; then JSON is asked for in return.
  var isJSON = false

  /// - Parameter defaults: the cloud's own fields; none with `noDefaults`.
  init(
    _ integration: StoredIntegration, _ filling: HookFilling,
    defaults: [(name: String, value: String)]
  ) {
    let definition = integration.definition
    if integration.requestType == "GET" {
      query = filling.pairs(definition["form"]) + defaults
    } else if let json = definition["json"], json != .null {
      fill(json: json, filling, defaults)
    } else if let text = definition["body"]?.plain {
      // Where the defaults would go is not documented; they are left out.
      body = Array(filling.fill(text).utf8)
    } else {
      let form = filling.pairs(definition["form"]) + defaults
      if form.isEmpty && integration.requestType == "DELETE" { return }
      contentType = "application/x-www-form-urlencoded"
      body = Array(HookContent.encoded(form).utf8)
    }
  }

  /// An object's templates stay text; a text is sent as it comes out, and the defaults have no
  /// place in it.
  private mutating func fill(
    json: JSONValue, _ filling: HookFilling, _ defaults: [(name: String, value: String)]
  ) {
    isJSON = true
    contentType = "application/json"
    if case .string(let text) = json {
      body = Array(filling.fill(text).utf8)
      return
    }
    var object = filling.fill(json).object ?? JSONObject()
    for field in defaults where object[field.name] == nil {
      object[field.name] = .string(field.value)
    }
    body = JSONValue.object(object).bytes
  }

  /// `a=1&b=2`, with `:`, `,`, space and `!` percent-encoded (particle:hook-encoding).
  static func encoded(_ pairs: [(name: String, value: String)]) -> String {
    pairs.map { "\($0.name.percentEncoded())=\($0.value.percentEncoded())" }
      .joined(separator: "&")
  }
}
