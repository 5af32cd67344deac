import Core
import HTTP
import Testing

@testable import ParticleAPI

@Suite("Tokens, people, devices and products of an account")
struct AccountTests {
  static let id = "e00fce68aabbccddeeff0011"

  @Test("the own token is deleted as current, another as a secret of the path")
  func tokens() async throws {
    let scripted = Scripted(200, #"{"ok":true}"#)
    try await scripted.cloud.deleteToken()
    try await scripted.cloud.deleteToken(Secret("another-token", name: "particle.old_token"))
    #expect(
      scripted.asked == [
        "DELETE https://particle.example/v1/access_tokens/current",
        "DELETE https://particle.example/v1/access_tokens/‹particle.old_token›",
      ])
  }

  @Test("a person is known by the user name alone")
  func user() async throws {
    let whole = """
      {"username":"me@example.com","account_info":{"first_name":"Ada","business_account":false},
       "mfa":{"enabled":true},"wifi_device_count":1,"cellular_device_count":2,"tos":1}
      """
    let user = try await Scripted(200, whole).cloud.user()
    #expect(user.username == "me@example.com" && user.firstName == "Ada" && user.hasMFA == true)
    #expect(user.wifiDevices == 1 && user.cellularDevices == 2)
    let bare = try await Scripted(200, #"{"username":"a","mfa":[],"account_info":7}"#).cloud.user()
    #expect(bare.firstName == nil && bare.hasMFA == nil)
  }

  @Test("a device is renamed, noted and signalled by the same path, with texts only")
  func changes() async throws {
    let scripted = Scripted(
      200, #"{"id":"a","name":"new","notes":"n","connected":true,"signaling":false}"#)
    #expect(try await scripted.cloud.rename(Self.id, to: "new") == "new")
    #expect(try await scripted.cloud.setNotes(of: Self.id, to: "n") == "n")
    #expect(try await scripted.cloud.signal(Self.id, on: false) == false)
    #expect(
      scripted.requests.map { Self.json($0) } == [
        #"{"name":"new"}"#, #"{"notes":"n"}"#, #"{"signal":"0"}"#,
      ])
    #expect(Set(scripted.asked) == ["PUT https://particle.example/v1/devices/\(Self.id)"])
  }

  static func json(_ request: Request) -> String? {
    guard case .text("application/json", let text)? = request.body else { return nil }
    return text.shown()
  }

  @Test(
    "a claim that fails tells why",
    arguments: [
      (404, #"{"ok":false,"errors":["device does not exist"]}"#, "particle-device-unknown"),
      (404, #"{"ok":false,"errors":[["Core isn't online",404]]}"#, "device-offline"),
      (403, #"{"ok":false,"errors":["claimed by another"]}"#, "cloud-refused"),
    ])
  func claims(status: Int, body: String, code: String) async {
    let scripted = Scripted(status, body)
    let error = await refusal { try await scripted.cloud.claim(Self.id, requestTransfer: true) }
    #expect(error?.problem.code == code)
    guard case .form(let items)? = scripted.requests[0].body else {
      Issue.record("the body is no form")
      return
    }
    #expect(items.map(\.name) == ["id", "request_transfer"])
  }

  @Test("a signal to a device that is away is told so")
  func away() async {
    let body = """
      {"ok":false,"code":500,
       "errors":[{"error":"Timed out, didn't hear back from device service"}]}
      """
    let error = await refusal { _ = try await Scripted(500, body).cloud.signal("a", on: true) }
    #expect(error?.problem.code == "device-offline")
  }

  @Test("a product's devices come page by page, to the last one")
  func pages() async throws {
    let body = #"{"devices":[{"id":"a"}],"customers":[],"meta":{"total_pages":3}}"#
    let scripted = Scripted(200, body)
    let cloud = scripted.cloud.inProduct("my board")
    #expect(try await cloud.devices().map(\.id) == ["a", "a", "a"])
    #expect(
      scripted.asked.last == "GET https://particle.example/v1/products/my%20board/devices"
        + "?page=3&perPage=100&per_page=100")
    let empty = Scripted(200, #"{"devices":[],"meta":{"total_pages":9000}}"#)
    #expect(try await empty.cloud.inProduct("1").devices().isEmpty)
    #expect(empty.requests.count == 1)
  }

  @Test("in a product every path of devices, events and integrations lies below it")
  func scope() async throws {
    let scripted = Scripted(
      200, #"{"id":"a","username":"u","return_value":1,"pass":true,"ok":true}"#)
    let cloud = scripted.cloud.inProduct("7")
    _ = try await cloud.call("f", on: "a", with: "1")
    try await cloud.publish("e", data: "d")
    _ = try await cloud.integration("i")
    _ = try await cloud.testIntegration("i")
    for feed in [cloud.events(), cloud.events(of: "a", prefix: "x/y")] {
      _ = await refusal { for try await _ in feed { break } }
    }
    _ = try await cloud.user()
    let paths = scripted.asked.map { $0.split(separator: "/v1/", maxSplits: 1)[1] }
    #expect(
      paths == [
        "products/7/devices/a/f", "products/7/events", "products/7/integrations/i",
        "products/7/integrations/i/test", "products/7/events",
        "products/7/devices/a/events/x%2Fy",
      ] + ["user"])
  }
}
