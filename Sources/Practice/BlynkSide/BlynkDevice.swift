/// A device of the account, as activation makes it. It never holds a connection to Blynk, so that
/// it is never "connected" (blynk-cloud §5).
struct BlynkDevice: Sendable, Equatable, Codable {
  var id: Int
  var name: String
  /// By pin number.
  var readings: [Int: BlynkReading] = [:]
  /// Widget properties, by pin number (blynk-cloud §3.8).
  var properties: [Int: [String: String]] = [:]
}
