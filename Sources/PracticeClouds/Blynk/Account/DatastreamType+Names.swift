extension DatastreamType {
  /// As the Platform API has it (blynk:stream-types).
  var platformName: String {
    switch self {
    case .integer: "INT"
    case .double: "DOUBLE"
    case .string: "STRING"
    case .enumerable: "ENUM"
    case .location: "LOCATION"
    }
  }

  /// The type of a name of the Platform API; the console's words too.
  init?(named name: String) {
    let type = DatastreamType.allCases.first { $0.platformName == name || $0.rawValue == name }
    guard let type else { return nil }
    self = type
  }
}
