/// A widget of a dashboard (blynk:guide-web-dashboard, blynk:guide-app-dashboard).
struct BlynkWidget: Sendable, Equatable, Codable {
  /// As the console names it: `Switch`, `LED`, `Label`, `Chart`.
  var kind: String
  var title: String
  /// The pins it shows.
  var pins: [Int]
}
