#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A device of the account, as activation makes it. It never holds a connection to Blynk, so that
/// it is never "connected" (blynk:online-never).
struct BlynkDevice: Sendable, Equatable, Codable {
  /// A plain number.
  var id: Int
  var name: String
  /// 32 of `A-Za-z0-9-_` (blynk:token-shape).
  var token: String
  /// The `TMPL…` of its template.
  var templateID: String
  var createdAt: Date
  /// By pin number.
  var readings: [Int: BlynkReading] = [:]
  /// Widget properties, by pin number (blynk:widget-property).
  var properties: [Int: [String: String]] = [:]
  /// Values of metadata fields that are not the template's defaults, by field id
  /// (blynk:meta-field).
  var metadata: [Int: String] = [:]
  /// The events logged, newest last (blynk:log-event).
  var events: [BlynkLoggedEvent] = []
  /// Points taken in by timestamped batches, by pin number (blynk:import-points).
  var importedPoints: [Int: Int] = [:]
  /// When an export was asked for (blynk:export-limit).
  var exports: [Date] = []
  /// Names of files uploaded (blynk:upload-file).
  var files: [String] = []
}

/// The last value of a datastream, and when Blynk got it.
struct BlynkReading: Sendable, Equatable, Codable {
  var value: DatastreamValue
  var at: Date
}

/// An event that a device logged (blynk:log-event).
struct BlynkLoggedEvent: Sendable, Equatable, Codable {
  var code: String
  var description: String
  var at: Date
}
