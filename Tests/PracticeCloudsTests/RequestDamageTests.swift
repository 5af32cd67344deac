import Core
import HTTP
import HTTPTestServer
import TestSupport
import Testing

@testable import PracticeClouds

/// What the clouds do with requests that were damaged on their way.
@Suite("Damaged requests")
struct RequestDamageTests {
  private static let wellBehaved = Array(
    "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)

  @Test(
    "a body that says it is JSON, and is not, is refused by every route of Particle's",
    arguments: [
      "POST /v1/devices/ID/blynk_led", "PUT /v1/devices/ID", "POST /v1/devices/events",
      "POST /v1/integrations", "POST /v1/webhooks", "POST /v1/devices", "POST /v1/binaries",
      "POST /v1/products/1/devices",
    ])
  func badJSON(route: String) async throws {
    try await PracticeBench.run { practice async throws in
      let parts = route.split(separator: " ")
      let path = String(parts[1]).replacing("ID", with: practice.start.deviceID)
      for body in ["{\"args\":", "[", "nul", "{}x"] {
        let reply = try await practice.particle(
          parts[0] == "PUT" ? .put : .post, path, body: .json(MaskedText(body)))
        #expect(reply.status == 400)
        #expect(reply.text == #"{"ok":false,"error":"The body is not JSON"}"#)
      }
      #expect(try await practice.variable("calls") == 0)
    }
  }

  @Test("no request, however damaged, ends any of the three servers")
  func damaged() async throws {
    try await PracticeBench.run { practice async throws in
      let ports = [practice.start.particle, practice.start.blynk, practice.start.admin].map {
        Int($0.split(separator: ":").last ?? "") ?? 0
      }
      var chance = Seeded(seed: 3)
      let requests = RequestDamage.originals(practice.start)
      for round in 0..<1200 {
        let damaged = RequestDamage.damaged(requests[round % requests.count], &chance)
        _ = try await RawClient.say(damaged, to: ports[chance.below(ports.count)], leaves: true)
      }
      for port in ports {
        let answer = try await RawClient.say(Self.wellBehaved, to: port)
        #expect(answer.hasPrefix("HTTP/1.1 4"))
      }
    }
  }
}
