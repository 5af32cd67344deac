/// The paths of the device API that the practice cloud knows, all of them GET (blynk-cloud §3).
enum BlynkRoute: String, Sendable, CaseIterable {
  case get
  case getAll
  case update
  case batchUpdate = "batch/update"
  case updateProperty = "update/property"
  case isHardwareConnected

  /// - Parameter segments: of the whole path; an empty one, of a slash at the end, is not there.
  init?(_ segments: [String]) {
    guard segments.starts(with: ["external", "api"]) else { return nil }
    self.init(rawValue: segments.dropFirst(2).joined(separator: "/"))
  }

  /// The leg of the round trip that this request is, if it is one.
  var leg: PracticeLeg? {
    switch self {
    case .get, .getAll: .read
    case .update: .write
    case .batchUpdate, .updateProperty, .isHardwareConnected: nil
    }
  }
}
