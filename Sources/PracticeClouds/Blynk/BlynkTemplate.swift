/// A template with its datastreams (blynk:template-id).
struct BlynkTemplate: Sendable, Equatable, Codable {
  /// `TMPL…`
  var id: String
  /// The number that the Platform API calls it by (blynk:template-id).
  var number = 1
  var name: String
  var datastreams: [Datastream]
  var metaFields: [BlynkMetaField] = []
  var events: [BlynkEventType] = []
  var webDashboard: [BlynkWidget] = []
  var appDashboard: [BlynkWidget] = []

  func stream(on pin: BlynkPin) -> Datastream? {
    pin.kind == .virtual ? datastreams.first { $0.pin == pin.number } : nil
  }

  func stream(id: Int) -> Datastream? { datastreams.first { $0.id == id } }

  /// The id of the next stream: ids follow the order of creation, and are not used twice
  /// (blynk:get-by-id).
  var nextStreamID: Int { (datastreams.map(\.id).max() ?? 0) + 1 }
}
