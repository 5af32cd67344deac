#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A device of the account, as activation makes it. It never holds a connection to Blynk, so that
/// it is never "connected" (blynk-cloud §5).
struct BlynkDevice: Sendable, Equatable, Codable {
  /// A plain number.
  var id: Int
  var name: String
  /// 32 of `A-Za-z0-9-_` (blynk-cloud §2).
  var token: String
  /// The `TMPL…` of its template.
  var templateID: String
  var createdAt: Date
  /// By pin number.
  var readings: [Int: BlynkReading] = [:]
  /// Widget properties, by pin number (blynk-cloud §3.8).
  var properties: [Int: [String: String]] = [:]
  /// Values of metadata fields that are not the template's defaults, by field id (§3.12).
  var metadata: [Int: String] = [:]
  /// The events logged, newest last (§3.10).
  var events: [BlynkLoggedEvent] = []
  /// Points taken in by timestamped batches, by pin number (§3.7).
  var importedPoints: [Int: Int] = [:]
  /// When an export was asked for (§3.11).
  var exports: [Date] = []
  /// Names of files uploaded (§3.14).
  var files: [String] = []
}
