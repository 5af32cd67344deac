/// What a compilation is for (particle:compile-request).
package struct BuildTarget: Sendable, Equatable {
  /// For a kind of board, or for a product's devices.
  package enum Kind: Sendable, Equatable {
    /// Such as 13 for a Boron (particle:platform-ids).
    case platform(Int)
    /// A product's number.
    case product(Int)
  }

  /// Sent as `platform_id` or `product_id` (particle:compile-request).
  package var kind: Kind
  /// The Device OS to build for, such as `5.8.0`; nil for the latest.
  package var version: String?

  /// A target with the latest Device OS, unless a version is given.
  package init(_ kind: Kind, version: String? = nil) {
    self.kind = kind
    self.version = version
  }

  /// The form fields that say so.
  var fields: [(name: String, value: String)] {
    let target =
      switch kind {
      case .platform(let id): ("platform_id", "\(id)")
      case .product(let id): ("product_id", "\(id)")
      }
    return [target, version.map { ("build_target_version", $0) } ?? ("latest", "true")]
  }
}
