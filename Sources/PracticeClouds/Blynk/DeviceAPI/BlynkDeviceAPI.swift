import HTTPTestServer

/// Answers the requests of one resource of the device API, in one step: it does not wait.
protocol BlynkDeviceHandler: Sendable {
  func answer(
    _ call: BlynkDeviceCall, _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> PracticeReply
}

/// The device API: what it answers, and what a request goes through before (blynk:device-paths).
enum BlynkDeviceAPI {
  typealias Route = BlynkRoute<any BlynkDeviceHandler>
  typealias RouteTable = BlynkRouteTable<any BlynkDeviceHandler>

  /// What follows `/external/api/`; the last is not documented any more, but live
  /// (blynk:device-json).
  static let routes = RouteTable([
    Route("GET", "get", leg: .read, BlynkPinReadHandler.get),
    Route("GET", "getAll", leg: .read, BlynkPinReadHandler.getAll),
    Route("GET", "update", leg: .write, BlynkPinWriteHandler.update),
    Route("GET", "batch/update", BlynkPinWriteHandler.updateBatch),
    Route("POST", "batch/update", BlynkImportHandler()),
    Route("GET", "update/property", BlynkPropertyHandler()),
    Route("GET", "isHardwareConnected", BlynkDeviceInfoHandler.isHardwareConnected),
    Route("GET", "logEvent", BlynkEventHandler()),
    Route("GET", exportPath, BlynkExportHandler()),
    Route("GET", "device/meta", BlynkMetadataHandler.read),
    Route("GET", "device/meta/update", BlynkMetadataHandler.update),
    Route("GET", "provision", BlynkDeviceInfoHandler.provision),
    Route("POST", "upload", BlynkUploadHandler()),
    Route("GET", "device", BlynkDeviceInfoHandler.describe),
  ])

  /// The only path that tells a missing token from a wrong one (blynk:export-refused).
  private static let exportPath = "data/get"

  /// The route of a request.
  static func match(_ request: PracticeRequest) -> RouteTable.Match {
    let segments = request.segments
    guard segments.starts(with: ["external", "api"]) else { return .noSuchPath }
    return routes.match(request.method, segments.dropFirst(2).joined(separator: "/"))
  }

  /// Answers a request of a route. The order of the checks is our choice (blynk:check-order).
  static func answer(
    _ request: PracticeRequest, _ route: Route, _ context: BlynkContext,
    _ store: inout BlynkStore
  ) -> PracticeReply {
    do {
      let place = try admit(request, route, context, &store)
      let device = store.account.devices[place]
      guard store.mayAsk(device) else { return .empty(context.settings.rateLimitStatus) }
      let call = BlynkDeviceCall(
        request: request, place: place, device: device, template: store.template(of: device),
        context: context)
      return try route.handler.answer(call, &store)
    } catch {
      return error.reply
    }
  }

  /// Lets a known token in, and counts its message (blynk:limit-messages). Returns the device's
  /// place.
  private static func admit(
    _ request: PracticeRequest, _ route: Route, _ context: BlynkContext,
    _ store: inout BlynkStore
  ) throws(BlynkRefusal) -> Int {
    let token = request.queryValue("token")
    if token == nil, route.path == exportPath { throw .noToken }
    guard let place = store.account.deviceIndex(token: token),
      !context.faults.isOn(.blynkBadToken)
    else { throw .invalidToken }
    if context.faults.isOn(.blynkMessageLimit) { throw .quotaUsedUp }
    let limit = context.settings.messageLimit
    if let limit, store.account.messages >= limit { throw .quotaUsedUp }
    store.countMessage()
    return place
  }
}
