/// The data types of the guide's datastreams (blynk:guide-streams).
package enum DatastreamKind: String, Sendable, CaseIterable {
  case integer = "Integer"
  case double = "Double"
  case string = "String"
}
