import HTTPTestServer

/// `device`, `provision` and `isHardwareConnected`: the device itself.
enum BlynkDeviceInfoHandler: BlynkDeviceHandler {
  case describe
  case provision
  /// Whether the device holds a connection to Blynk (blynk:online-never).
  case isHardwareConnected

  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply {
    switch self {
    case .describe: BlynkDeviceInfoHandler.describeDevice(call)
    case .provision: try BlynkDeviceInfoHandler.provisionDevice(call)
    case .isHardwareConnected: BlynkReplies.value("\(call.settings.hardwareConnected)")
    }
  }

  /// `device`, as third-party programs read it (blynk:device-json).
  private static func describeDevice(_ call: BlynkDeviceCall) -> PracticeReply {
    let device = call.device
    let activated = device.createdAt.timeIntervalSince1970 * 1000
    return BlynkReplies.json(
      200,
      [
        "id": .number(Double(device.id)), "name": .string(device.name),
        "activatedAt": .number(activated.rounded()), "hardwareInfo": [:],
      ])
  }

  /// `provision`: for devices paired over WiFi. The reply's body, and what a wrong template id
  /// gets, are not documented: nothing, and the only refusal there is (blynk:provision-call).
  private static func provisionDevice(_ call: BlynkDeviceCall) throws(BlynkRefusal) -> PracticeReply
  {
    guard call.request.queryValue("templateId") == call.device.templateID else {
      throw .invalidToken
    }
    return .empty(200)
  }
}
