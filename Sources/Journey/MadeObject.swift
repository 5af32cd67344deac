/// Something that Footbridge made in a cloud.
package struct MadeObject: Sendable, Hashable, Codable {
  /// What it is, such as `particle.integration`.
  package var kind: String
  package var id: String

  package init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }
}
