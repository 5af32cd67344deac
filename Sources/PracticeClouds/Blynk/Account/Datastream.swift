/// A datastream of a template (blynk:stream-types).
package struct Datastream: Sendable, Equatable, Codable {
  /// Given in order of creation, from 1.
  var id: Int
  var name: String
  var alias: String
  /// The number of its virtual pin.
  var pin: Int
  var type: DatastreamType
  var min: Double?
  var max: Double?
  var defaultValue: DatastreamValue?
  /// What an Enumerable stream may hold.
  var options: [DatastreamOption] = []
  /// What an Enumerable stream takes in place of a value that is none of its options.
  var fallback: Int32?
  var units: String?
  /// Whether every value is kept, and not one a minute.
  var isRaw = false
}

/// What a datastream holds (blynk:stream-types). The console has no Boolean; that of the Platform
/// API's enum, and the pins of real hardware, are not in the practice cloud.
package enum DatastreamType: String, Sendable, Codable, CaseIterable {
  case integer = "Integer"
  case double = "Double"
  case string = "String"
  case enumerable = "Enumerable"
  case location = "Location"
}

/// One of the values that an Enumerable stream may have (blynk:stream-fallback).
struct DatastreamOption: Sendable, Equatable, Codable {
  var value: Int32
  var label: String
}
