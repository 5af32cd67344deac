import HTTPTestServer

/// Answers the requests of one resource of the Platform API, in one step: it does not wait.
protocol PlatformHandler: Sendable {
  func answer(
    _ call: PlatformCall, _ store: inout BlynkStore
  ) throws(PlatformRefusal) -> PracticeReply
}

/// The Platform API, as far as it is documented (blynk:platform-paths).
enum PlatformAPI {
  typealias Route = BlynkRoute<any PlatformHandler>
  typealias RouteTable = BlynkRouteTable<any PlatformHandler>

  /// What follows `/api/v1/organization/`, as the pages of the reference have it.
  static let routes = RouteTable([
    Route("GET", "profile", PlatformTemplateHandler.organization),
    Route("GET", "templates", PlatformTemplateHandler.list),
    Route("GET", "template", PlatformTemplateHandler.show),
    Route("PUT", "template", PlatformTemplateHandler.rename),
    Route("DELETE", "template", PlatformTemplateHandler.delete),
    Route("POST", "template/create", PlatformTemplateHandler.create),
    Route("GET", "template/metafields", PlatformTemplateHandler.metaFields),
    Route("GET", "template/events", PlatformTemplateHandler.events),
    Route("GET", "template/datastreams", PlatformDatastreamHandler.list),
    Route("POST", "template/datastream/create", PlatformDatastreamHandler.create),
    Route("PUT", "template/datastream", PlatformDatastreamHandler.change),
    Route("DELETE", "template/datastream", PlatformDatastreamHandler.delete),
    Route("GET", "devices", PlatformDeviceHandler.list),
    Route("GET", "search/devices", PlatformDeviceHandler.search),
    Route("GET", "device", PlatformDeviceHandler.show),
    Route("GET", "device/baseInfo", PlatformDeviceHandler.show),
    Route("POST", "device/create", PlatformDeviceHandler.create),
    Route("DELETE", "device", PlatformDeviceHandler.delete),
    Route("GET", "device/online", PlatformDeviceHandler.isOnline),
    Route("POST", "device/datastream", PlatformDeviceHandler.write),
    Route("POST", "device/datastreams", PlatformDeviceHandler.write),
    Route("GET", "webhooks", PlatformWebhookHandler.list),
    Route("GET", "webhook", PlatformWebhookHandler.show),
    Route("POST", "webhook/create", PlatformWebhookHandler.create),
    Route("PUT", "webhook", PlatformWebhookHandler.change),
    Route("DELETE", "webhook", PlatformWebhookHandler.delete),
  ])

  private static let base = ["api", "v1", "organization"]

  /// Whether a request is one of this API, and not of the device API.
  static func owns(_ request: PracticeRequest) -> Bool {
    request.segments == PlatformTokenHandler.path || request.segments.starts(with: base)
  }

  /// Answers a request.
  static func answer(_ request: PracticeRequest, _ store: inout BlynkStore) -> PracticeReply {
    if request.segments == PlatformTokenHandler.path {
      return PlatformTokenHandler.answer(request, &store)
    }
    do {
      try admit(request, store)
      let route = try route(of: request)
      return try route.handler.answer(try PlatformCall(request), &store)
    } catch {
      guard case .wrongMethod(let allowed) = error else {
        return BlynkReplies.error(error.status, error.message)
      }
      return BlynkReplies.wrongMethod(allowed: allowed)
    }
  }

  /// Lets a known token in.
  private static func admit(
    _ request: PracticeRequest, _ store: BlynkStore
  ) throws(PlatformRefusal) {
    let settings = store.settings
    guard settings.plan.hasPlatformAPI else {
      throw .notInPlan(status: settings.platformRefusedStatus)
    }
    guard store.admits(authorization: request.header("authorization") ?? "") else {
      throw .noGrant
    }
  }

  private static func route(of request: PracticeRequest) throws(PlatformRefusal) -> Route {
    let path = request.segments.dropFirst(base.count).joined(separator: "/")
    switch routes.match(request.method, path) {
    case .route(let route): return route
    case .noSuchPath: throw .noSuchPath
    case .wrongMethod(let allowed): throw .wrongMethod(allowed: allowed)
    }
  }
}
