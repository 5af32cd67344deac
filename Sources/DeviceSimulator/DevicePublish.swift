/// An event that the practice device hands to the cloud; private, as all events of the sketch.
package struct DevicePublish: Sendable, Hashable {
  /// At most 64 bytes.
  package var name: String
  /// At most 1024 bytes.
  package var data: String

  /// An event of that name with that data.
  package init(name: String, data: String) {
    self.name = name
    self.data = data
  }
}
