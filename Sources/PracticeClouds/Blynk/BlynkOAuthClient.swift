/// A client of the Platform API: what the console's Developer Zone shows once
/// (blynk:client-secret-once).
struct BlynkOAuthClient: Sendable, Equatable, Codable {
  /// Begins with `oa2-client-id_`.
  var id: String
  var secret: String
}
