import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A webhook of Particle's cloud: the definition as it was sent, read as particle:hook-fields says.
package struct StoredIntegration: Sendable, Equatable, Codable {
  /// 24 hexadecimal digits.
  let id: String
  let createdAt: Date
  /// An object.
  var definition: JSONValue
  /// The product whose devices it listens to; nil listens to those of the account.
  var productID: Int?
  /// The organization whose products it listens to; nil for none.
  var organization: String?

  /// The names it fires on begin with this, in the same case.
  var event: String { definition["event"]?.plain ?? "" }
  var url: String { definition["url"]?.plain ?? "" }
  var requestType: String { (definition["requestType"]?.plain ?? "POST").uppercased() }
  var noDefaults: Bool { flag("noDefaults", default: false) }
  var isDisabled: Bool { flag("disabled", default: false) }
  var isUnchunked: Bool { flag("unchunked", default: false) }
  var dataURL: Bool { flag("dataUrlResponseEvent", default: false) }

  /// The one device it listens to; senders spell the key in three ways.
  var deviceID: String? {
    let names = ["deviceID", "deviceid", "deviceId"]
    return names.lazy.compactMap { definition[$0]?.plain }.first { !$0.isEmpty }
  }

  /// Its shown name; by default from event and host.
  var name: String { definition["name"]?.plain ?? "\(event) for \(target)" }

  /// The host, or of what is no webhook its kind.
  private var target: String { isWebhook ? HookTarget.host(of: url) : type }
  private var type: String { definition["integration_type"]?.plain ?? "Webhook" }
  private var isWebhook: Bool { type == "Webhook" || !url.isEmpty }

  /// What other kinds of integrations do is not played here.
  func fires(on event: PublishedEvent) -> Bool { isWebhook && matches(event) }

  /// Booleans come as booleans or as text.
  private func flag(_ name: String, default fallback: Bool) -> Bool {
    definition[name]?.plain.map { $0 == "true" } ?? fallback
  }

  /// Whether an event of that name, from that device, fires it.
  func matches(_ event: PublishedEvent) -> Bool {
    guard !isDisabled, !self.event.isEmpty, event.name.hasPrefix(self.event) else { return false }
    guard productID == nil || productID == event.productID else { return false }
    // Which products it names is a field that is not documented: here all of them.
    guard organization == nil || event.productID != nil else { return false }
    return deviceID == nil || deviceID == event.coreID
  }
}
