import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The Platform API, as far as it is documented (blynk:platform-paths).
extension BlynkPracticeCloud {
  /// Answers one request. That a region sends it on as it does the device API is not documented, so
  /// that it does not.
  func answer(_ request: PracticeRequest, _ path: PlatformPath) async -> PracticeReply {
    if faults.isOn(.cloudError) { return .empty(settings.cloudErrorStatus) }
    if faults.isOn(.rateLimited) { return .empty(settings.rateLimitStatus) }
    if faults.isOn(.cloudRefused) { return barred }
    guard case .route(let path) = path else { return token(request) }
    do {
      try admit(request)
      let route = try PlatformRoute(method: request.method, path: path)
      return try await perform(route, try PlatformCall(request))
    } catch {
      let reply = BlynkReplies.error(error.status, error.message)
      guard case .wrongMethod(let allowed) = error else { return reply }
      return .whole(
        status: 405, headers: [("Allow", allowed.joined(separator: ", "))], body: [])
    }
  }

  private func perform(
    _ route: PlatformRoute, _ call: PlatformCall
  ) async throws(PlatformRefusal) -> PracticeReply {
    switch route {
    case .organization, .templates, .template, .datastreams, .metaFields, .events:
      return try templateReply(route, call)
    case .renameTemplate, .deleteTemplate, .createTemplate, .createDatastream, .changeDatastream,
      .deleteDatastream:
      return try await changeTemplate(route, call)
    case .devices, .searchDevices, .device, .deviceInfo, .createDevice, .deleteDevice,
      .deviceOnline, .writeValue, .writeValues:
      return try await deviceReply(route, call)
    case .webhooks, .webhook, .createWebhook, .changeWebhook, .deleteWebhook:
      return try await webhookReply(route, call)
    }
  }

  /// Lets a known token in.
  private func admit(_ request: PracticeRequest) throws(PlatformRefusal) {
    guard settings.plan.hasPlatformAPI else {
      throw .notInPlan(status: settings.platformRefusedStatus)
    }
    let header = request.header("authorization") ?? ""
    let now = time.now()
    guard account.grants.contains(where: { "Bearer \($0.token)" == header && $0.expires > now })
    else { throw .noGrant }
  }
}
