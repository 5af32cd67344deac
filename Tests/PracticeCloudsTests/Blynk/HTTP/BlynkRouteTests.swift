import Testing

@testable import PracticeClouds

@Suite("BlynkRouteTable")
struct BlynkRouteTests {
  private let table = BlynkRouteTable([
    BlynkRoute("GET", "webhook", "show"), BlynkRoute("PUT", "webhook", "change"),
    BlynkRoute("POST", "webhook/create", "create"),
  ])

  /// What answers, or the methods that are taken, or nothing.
  private func found(_ method: String, _ path: String) -> String {
    switch table.match(method, path) {
    case .route(let route): route.handler
    case .noSuchPath: ""
    case .wrongMethod(let allowed): allowed.joined(separator: ", ")
    }
  }

  @Test("method and path find their route; a path that takes other methods names them in order")
  func match() {
    #expect(found("PUT", "webhook") == "change")
    #expect(found("POST", "webhook/create") == "create")
    #expect(found("PATCH", "webhook") == "GET, PUT")
    #expect(found("GET", "webhook/create") == "POST")
    #expect(found("GET", "webhooks") == "")
  }

  @Test("no route stands twice in a table")
  func unique() {
    let device = BlynkDeviceAPI.routes.routes.map { "\($0.method) \($0.path)" }
    let platform = PlatformAPI.routes.routes.map { "\($0.method) \($0.path)" }
    #expect(Set(device).count == device.count && device.count == 14)
    #expect(Set(platform).count == platform.count && platform.count == 26)
  }
}
