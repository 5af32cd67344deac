/// The data types of the guide's datastreams (blynk-cloud §9.1).
package enum DatastreamKind: String, Sendable, CaseIterable {
  case integer = "Integer"
  case double = "Double"
  case string = "String"
}
