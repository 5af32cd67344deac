import HTTPTestServer
import Testing

@testable import PracticeClouds

@Suite struct ParticleRouteTests {
  private static func match(_ pattern: String, _ path: String) -> ParticlePathMatch? {
    ParticlePathPattern(pattern).match(PracticeRequest(method: "GET", target: path).segments)
  }

  @Test("a name in a pattern stands for one segment, a star for any number of further ones")
  func patterns() {
    #expect(
      Self.match("/v1/devices/:device/events/*", "/v1/devices/abc/events/a%2Fb/c")
        == ParticlePathMatch(parameters: ["device": "abc"], rest: ["a/b", "c"]))
    #expect(
      Self.match("/v1/events/*", "/v1/events/") == ParticlePathMatch(parameters: [:], rest: []))
    #expect(
      Self.match("/v1/products/:product", "/v1/products//")
        == ParticlePathMatch(parameters: ["product": ""], rest: []))
    for path in ["/v1/devices", "/v1/devices/a/b", "/v1/device/a", "/devices/a"] {
      #expect(Self.match("/v1/devices/:device", path) == nil, "\(path)")
    }
  }

  private static func route(
    _ method: String?, _ access: ParticleRoute.Access = .token
  ) -> ParticleRoute {
    ParticleRoute(method, "/v1/user", access: access) { _, _ in .empty(200) }
  }

  @Test("a route takes its method, and no method is any")
  func methods() {
    let request = PracticeRequest(method: "PUT", target: "/v1/user")
    #expect(Self.route("PUT").match(request) != nil)
    #expect(Self.route("GET").match(request) == nil)
    #expect(Self.route(nil).match(request) != nil)
  }

  @Test(
    "a route for the owner, or for nobody, leaves other requests to other routes",
    arguments: [
      ("Basic YTpi", [true, false]), ("Bearer abc", [false, false]), ("", [false, true]),
    ])
  func access(authorization: String, taken: [Bool]) {
    let headers = authorization.isEmpty ? [] : [("Authorization", authorization)]
    let request = PracticeRequest(method: "GET", target: "/v1/user", headers: headers)
    let routes = [Self.route("GET", .owner), Self.route("GET", .anonymous)]
    #expect(routes.map { $0.match(request) != nil } == taken)
    #expect(Self.route("GET").match(request) != nil)
  }
}
