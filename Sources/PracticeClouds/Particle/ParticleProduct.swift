/// A product of the practice account; its devices and integrations name it.
package struct ParticleProduct: Sendable, Equatable, Codable {
  let id: Int
  let slug: String
  let name: String

  /// The one the account comes with. How the real numbers run is not documented.
  static let practice = ParticleProduct(
    id: 10_000, slug: "practice-product", name: "Practice Product")
}
