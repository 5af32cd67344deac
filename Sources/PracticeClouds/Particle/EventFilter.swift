/// What an event stream lets through.
struct EventFilter: Sendable, Equatable {
  enum Scope: Sendable, Equatable {
    /// All devices of the account, and the cloud's own events.
    case account
    case device(String)
    case product(Int)
    /// Every product.
    case organization
  }

  var scope = Scope.account
  /// The beginning of the names, in the same case; empty lets all through.
  var prefix: String

  static func account(prefix: String) -> EventFilter { EventFilter(prefix: prefix) }

  static func device(_ id: String, prefix: String) -> EventFilter {
    EventFilter(scope: .device(id), prefix: prefix)
  }

  static func product(_ id: Int, prefix: String) -> EventFilter {
    EventFilter(scope: .product(id), prefix: prefix)
  }

  func lets(_ event: PublishedEvent) -> Bool {
    guard event.name.hasPrefix(prefix) else { return false }
    return switch scope {
    case .account: true
    case .device(let id): event.coreID == id
    case .product(let id): event.productID == id
    case .organization: event.productID != nil
    }
  }

  /// Whether events carry the keys of a product's (particle:event-product-keys).
  var isOfProduct: Bool {
    switch scope {
    case .account, .device: false
    case .product, .organization: true
    }
  }
}
