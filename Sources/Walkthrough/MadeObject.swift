/// Something that Footbridge made in a cloud.
package struct MadeObject: Sendable, Hashable, Codable {
  /// What it is, such as `particle.integration`.
  package var kind: String
  /// What the cloud calls it; with it the object can be found again, and deleted.
  package var id: String

  /// An object by its kind and the cloud's name for it.
  package init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }
}
