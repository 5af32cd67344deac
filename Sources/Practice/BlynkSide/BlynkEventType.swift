/// An event of a template, which its devices may log by its code (blynk-cloud §3.10).
struct BlynkEventType: Sendable, Equatable, Codable {
  var code: String
  var name: String
}
