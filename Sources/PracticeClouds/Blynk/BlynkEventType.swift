/// An event of a template, which its devices may log by its code (blynk:log-event).
struct BlynkEventType: Sendable, Equatable, Codable {
  var code: String
  var name: String
}
