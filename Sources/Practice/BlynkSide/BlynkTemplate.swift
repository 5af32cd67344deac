/// A template with its datastreams (blynk-cloud §10.1).
struct BlynkTemplate: Sendable, Equatable, Codable {
  /// `TMPL…`
  var id: String
  var name: String
  var datastreams: [Datastream]

  func stream(on pin: BlynkPin) -> Datastream? {
    pin.kind == .virtual ? datastreams.first { $0.pin == pin.number } : nil
  }

  func stream(id: Int) -> Datastream? { datastreams.first { $0.id == id } }

  /// What "Use Blueprint" gives: the five streams of blynk-cloud §9.1.
  static func particleDevice(id: String) -> BlynkTemplate {
    BlynkTemplate(id: id, name: "Particle Device", datastreams: guideStreams)
  }

  /// The streams of the guide, in its order.
  static let guideStreams: [Datastream] = [
    Datastream(id: 1, name: "V6_last_publish", alias: "V6 last publish", pin: 6, type: .string),
    Datastream(
      id: 2, name: "Integer V14", alias: "Integer V14", pin: 14, type: .integer, min: 0,
      max: 2_147_483_647, defaultValue: .integer(0)),
    Datastream(
      id: 3, name: "Double V15", alias: "Double V15", pin: 15, type: .double, min: 0, max: 3.3),
    Datastream(
      id: 4, name: "Integer V16", alias: "Integer V16", pin: 16, type: .integer, min: 0, max: 1,
      defaultValue: .integer(0)),
    Datastream(
      id: 5, name: "Integer V17", alias: "Integer V17", pin: 17, type: .integer, min: 0, max: 1,
      defaultValue: .integer(0)),
  ]
}
