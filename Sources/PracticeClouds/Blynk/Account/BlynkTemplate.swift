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

/// A metadata field of a template (blynk:meta-field). Which types there are is only shown by
/// example; these two are.
struct BlynkMetaField: Sendable, Equatable, Codable {
  enum Kind: String, Sendable, Codable, CaseIterable {
    case text = "Text"
    case number = "Number"
  }

  /// Given in order of creation, from 1.
  var id: Int
  var name: String
  var kind: Kind
  /// What a device has until it is given a value of its own.
  var value: String

  /// Whether a text may stand in the field.
  func fits(_ text: String) -> Bool {
    kind == .text || Double(text)?.isFinite == true
  }
}

/// An event of a template, which its devices may log by its code (blynk:log-event).
struct BlynkEventType: Sendable, Equatable, Codable {
  var code: String
  var name: String
}

/// A widget of a dashboard (blynk:guide-web-dashboard, blynk:guide-app-dashboard).
struct BlynkWidget: Sendable, Equatable, Codable {
  /// As the console names it: `Switch`, `LED`, `Label`, `Chart`.
  var kind: String
  var title: String
  /// The pins it shows.
  var pins: [Int]
}
