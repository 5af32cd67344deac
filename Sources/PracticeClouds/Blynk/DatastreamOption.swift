/// One of the values that an Enumerable stream may have (blynk:stream-fallback).
struct DatastreamOption: Sendable, Equatable, Codable {
  var value: Int32
  var label: String
}
