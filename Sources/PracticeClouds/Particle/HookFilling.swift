import Core
import HTTPTestServer

/// The values that a hook's templates are filled with (particle:template-names,
/// particle:template-event-keys).
struct HookFilling: Sendable {
  private let contexts: [JSONValue]

  /// - Parameters:
  ///   - product: what only a product's hook is told.
  ///   - eventKeysWin: whether an event's keys hide names of the cloud.
  init(
    _ event: PublishedEvent, eventID: String, productID: Int,
    product: (userID: String, version: Int)? = nil, eventKeysWin: Bool, ttlIsText: Bool
  ) {
    var whole = event.payload(ttlIsText: ttlIsText).object ?? JSONObject()
    whole["name"] = .string(event.name)
    var names = HookFilling.names(
      event, eventID: eventID, productID: productID, whole: JSONValue.object(whole))
    if let product, var object = names.object {
      object["PRODUCT_USER_ID"] = .string(product.userID)
      object["PRODUCT_VERSION"] = .number(Double(product.version))
      names = .object(object)
    }
    let keys = event.data.flatMap { JSONValue(parsing: $0) } ?? .null
    contexts = eventKeysWin ? [names, keys] : [keys, names]
  }

  /// - Parameter reply: a target's JSON reply, for `responseTemplate`.
  init(reply: JSONValue) { contexts = [reply] }

  func fill(_ template: String) -> String { WebhookTemplate(template).filled(contexts) }

  /// A JSON value with every text and every key in it filled; values that are no text stay.
  func fill(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(fill(text))
    case .array(let items): .array(items.map { fill($0) })
    case .object(let object):
      .object(JSONObject(object.members.map { (fill($0.name), fill($0.value)) }))
    default: value
    }
  }

  /// The members of an object as pairs of filled text: a query, a form, headers.
  func pairs(_ value: JSONValue?) -> [(name: String, value: String)] {
    (value?.object?.members ?? []).map { member in
      let filled = fill(member.value)
      return (fill(member.name), filled.plain ?? (filled == .null ? "" : filled.text))
    }
  }

  private static func names(
    _ event: PublishedEvent, eventID: String, productID: Int, whole: JSONValue
  ) -> JSONValue {
    let data = JSONValue.string(event.data ?? "")
    let (name, device) = (JSONValue.string(event.name), JSONValue.string(event.coreID))
    let published = JSONValue.string(event.publishedAt)
    return [
      "PARTICLE_DEVICE_ID": device, "PARTICLE_EVENT_NAME": name, "PARTICLE_EVENT_VALUE": data,
      "PARTICLE_PUBLISHED_AT": published, "PARTICLE_EVENT_ID": .string(eventID),
      "PARTICLE_EVENT_JSON": .string(whole.text),
      "PARTICLE_EVENT_BASE64": .string(Base64.encode(whole.bytes)),
      "PRODUCT_ID": .number(Double(productID)), "SPARK_EVENT_NAME": name,
      "SPARK_EVENT_VALUE": data, "SPARK_CORE_ID": device, "SPARK_PUBLISHED_AT": published,
    ]
  }
}
