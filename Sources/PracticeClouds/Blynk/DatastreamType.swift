/// What a datastream holds (blynk:stream-types). The console has no Boolean; that of the Platform
/// API's enum, and the pins of real hardware, are not in the practice cloud.
package enum DatastreamType: String, Sendable, Codable, CaseIterable {
  case integer = "Integer"
  case double = "Double"
  case string = "String"
  case enumerable = "Enumerable"
  case location = "Location"
}
