import Core

/// Where an integration lives: neither place's list holds the other's (particle:hook-scopes).
package enum IntegrationScope: Sendable, Hashable {
  /// The account's own: fires for the devices that are claimed to it (particle:hook-reach).
  case sandbox
  /// A product's, by number or slug: fires for each of its devices.
  case product(String)
  /// An organization's, by id or slug: fires for the products that it names.
  case organization(String)

  /// What comes before `integrations` in a path.
  var path: [String] {
    switch self {
    case .sandbox: []
    case .product(let product): ["products", product]
    case .organization(let organization): ["orgs", organization]
    }
  }

  /// An integration's id with its place, for a record: `5f00`, `products/10000/5f00`.
  package func record(of id: String) -> String { (path + [id]).joined(separator: "/") }

  /// Reads what `record(of:)` wrote; a bare id is one of the sandbox.
  package static func read(_ record: String) -> (scope: IntegrationScope, id: String) {
    let parts = record.split(separator: "/").map(String.init)
    guard parts.count == 3 else { return (.sandbox, record) }
    switch parts[0] {
    case "products": return (.product(parts[1]), parts[2])
    case "orgs": return (.organization(parts[1]), parts[2])
    default: return (.sandbox, record)
    }
  }
}

extension IntegrationScope {
  /// `the sandbox`, `product 10000`, `organization acme`.
  package var words: Phrase {
    switch self {
    case .sandbox: "the sandbox"
    case .product(let product): "product \(product)"
    case .organization(let organization): "organization \(organization)"
    }
  }
}
