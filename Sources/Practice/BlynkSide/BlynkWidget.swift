/// A widget of a dashboard (blynk-cloud §10.4, §10.5).
struct BlynkWidget: Sendable, Equatable, Codable {
  /// As the console names it: `Switch`, `LED`, `Label`, `Chart`.
  var kind: String
  var title: String
  /// The pins it shows.
  var pins: [Int]
}
