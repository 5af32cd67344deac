/// The paths of the device API that the practice cloud knows (blynk:device-paths).
enum BlynkRoute: String, Sendable, CaseIterable {
  case get
  case getAll
  case update
  case batchUpdate = "batch/update"
  case updateProperty = "update/property"
  case isHardwareConnected
  case logEvent
  case dataGet = "data/get"
  case meta = "device/meta"
  case metaUpdate = "device/meta/update"
  case provision
  case upload
  /// Not documented any more, but live (blynk:device-json).
  case device

  /// - Parameter segments: of the whole path; an empty one, of a slash at the end, is not there.
  init?(_ segments: [String]) {
    guard segments.starts(with: ["external", "api"]) else { return nil }
    self.init(rawValue: segments.dropFirst(2).joined(separator: "/"))
  }

  /// The methods it takes; what others get is not documented (blynk:method-other).
  var methods: [String] {
    switch self {
    case .batchUpdate: ["GET", "POST"]
    case .upload: ["POST"]
    default: ["GET"]
    }
  }

  /// The leg of the round trip that this request is, if it is one.
  var leg: PracticeLeg? {
    switch self {
    case .get, .getAll: .read
    case .update: .write
    default: nil
    }
  }
}
