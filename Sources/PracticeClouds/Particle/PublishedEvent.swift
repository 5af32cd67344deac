import HTTPTestServer

/// An event on its way through Particle's practice cloud.
package struct PublishedEvent: Sendable, Equatable {
  var name: String
  /// Nil when it was published without any.
  var data: String?
  /// A device's id, `api`, or `particle-internal`.
  var coreID: String
  /// ISO 8601, UTC, milliseconds.
  var publishedAt: String
  var ttl = 60
  /// The product of the device that it comes from, or that made a hook send it.
  var productID: Int?

  /// The sender of hook events (particle:hook-sender).
  static let hookCoreID = "particle-internal"

  /// Whether a hook made it, or it looks so: such events fire no hooks (particle:hook-loop-guard).
  var isFromHook: Bool {
    coreID == PublishedEvent.hookCoreID
      || ["hook-sent", "hook-response", "hook-error"].contains { name.hasPrefix($0) }
  }

  /// The keys of the `data:` line; the name is not among them (particle:event-keys).
  func payload(ttlIsText: Bool) -> JSONValue {
    [
      "data": data.map(JSONValue.string) ?? .null,
      "ttl": ttlIsText ? .string(String(ttl)) : .number(Double(ttl)),
      "published_at": .string(publishedAt), "coreid": .string(coreID),
    ]
  }

  /// The bytes on an event stream.
  ///
  /// - Parameter userID: the owner, on the stream of a product whose events carry more keys.
  func streamBytes(ttlIsText: Bool, userID: String? = nil) -> [UInt8] {
    var payload = payload(ttlIsText: ttlIsText)
    if let userID, let productID, var object = payload.object {
      object["userid"] = .string(userID)
      object["version"] = 1
      object["public"] = false
      object["productID"] = .number(Double(productID))
      payload = .object(object)
    }
    return Array("event: \(name)\ndata: ".utf8) + payload.bytes + Array("\n\n".utf8)
  }
}
