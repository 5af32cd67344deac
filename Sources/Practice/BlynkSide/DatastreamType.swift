/// What a datastream holds. Enumerable and Location streams are not in the practice cloud yet.
package enum DatastreamType: String, Sendable, Codable, CaseIterable {
  case integer = "Integer"
  case double = "Double"
  case string = "String"
}
