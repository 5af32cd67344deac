import HTTPTestServer

/// A value as Blynk keeps it, of its stream's type.
enum DatastreamValue: Sendable, Equatable, Codable {
  case integer(Int32)
  case double(Double)
  case string(String)
  /// Longitude first, as everywhere in Blynk's API (blynk:update-location).
  case location(longitude: Double, latitude: Double)

  /// As `get` of one pin prints it: bare. How a Double is printed is not documented; this is the
  /// shortest text that reads back as the same number (blynk:get-value, blynk:stream-printing).
  /// That a Location stands alone as it stands in `getAll` is not documented either.
  var printed: String {
    switch self {
    case .integer(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    case .location(let longitude, let latitude): "[\(longitude),\(latitude)]"
    }
  }
}

extension DatastreamValue {
  /// As a JSON value.
  var json: JSONValue {
    switch self {
    case .integer(let number): .number(Double(number))
    case .double(let number): .number(number)
    case .string(let text): .string(text)
    case .location(let longitude, let latitude): [.number(longitude), .number(latitude)]
    }
  }
}

/// A value that passed every check, ready to be stored on its stream's pin.
struct DatastreamWrite: Sendable {
  var stream: Datastream
  var value: DatastreamValue
}
