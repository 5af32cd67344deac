import Core
import HTTP
import Testing

@testable import ParticleAPI

@Suite("Particle's replies as values")
struct ParticleCloudTests {
  static let id = "e00fce68aabbccddeeff0011"

  @Test("a token may expire or last")
  func token() async throws {
    let expiring = Scripted(
      200, #"{"expires_at":"2024-08-01T09:30:12.174Z","client":"particle","scopes":[],"orgs":[]}"#)
    let lasting = Scripted(200, #"{"expires_at":null,"client_id":"x","orgs":[{"id":1}]}"#)
    #expect(
      try await expiring.cloud.tokenInfo()
        == TokenInfo(expiresAt: "2024-08-01T09:30:12.174Z", client: "particle"))
    #expect(try await lasting.cloud.tokenInfo() == TokenInfo(expiresAt: nil, client: "x"))
  }

  @Test("the token travels in the header, never in the URL")
  func header() async throws {
    let scripted = Scripted(200, "[]")
    _ = try await scripted.cloud.devices()
    let request = try #require(scripted.requests.first)
    #expect(request.headers.map(\.name) == ["Authorization"])
    #expect("\(request.headers.map(\.value))" == "[Bearer ‹particle.access_token›]")
    #expect(request.url.secrets.isEmpty && request.query.isEmpty)
    #expect("\(request.url)" == "https://particle.example/v1/devices")
  }

  static let devices = [
    #"{"id":"a","name":"bench","online":true,"functions":["blynk_led"],"variables":{"t":"double"}}"#,
    #"{"id":"a","connected":false,"functions":null,"variables":null,"last_app":null}"#,
    #"{"id":"a","name":null,"online":"true","product_id":"13","platform_id":13,"notes":7}"#,
    #"{"id":"a","functions":[],"variables":{},"surprise":{"deep":[1,2,{"x":null}]}}"#,
  ]

  @Test("a device of any year decodes", arguments: devices)
  func device(body: String) async throws {
    let one = try await Scripted(200, body).cloud.device("a")
    #expect(one.id == "a")
    let list = try await Scripted(200, "[\(body),7,{}]").cloud.devices()
    #expect(list == [one])
  }

  @Test("a device offline says so by the older name too")
  func connected() async throws {
    #expect(try await Scripted(200, Self.devices[1]).cloud.device("a").online == false)
    #expect(try await Scripted(200, Self.devices[2]).cloud.device("a").online == true)
  }

  @Test("a ping of a device that is away is an answer", arguments: [true, false])
  func ping(online: Bool) async throws {
    let scripted = Scripted(200, #"{"online":\#(online),"ok":true}"#)
    #expect(try await scripted.cloud.ping(Self.id) == online)
    #expect(scripted.requests.first?.method == .put)
  }

  @Test("a call sends its argument as a string and gives what the function returned")
  func call() async throws {
    let scripted = Scripted(200, #"{"id":"a","last_app":"","connected":true,"return_value":-1}"#)
    #expect(try await scripted.cloud.call("blynk_led", on: Self.id, with: "\"1\"\n") == -1)
    let request = try #require(scripted.requests.first)
    #expect("\(request.url)".hasSuffix("/v1/devices/\(Self.id)/blynk_led"))
    guard case .text("application/json", let body)? = request.body else {
      Issue.record("the body is not JSON")
      return
    }
    #expect(body.shown() == #"{"args":"\"1\"\n"}"#)
  }

  @Test("a path takes names with slashes and blanks as one segment")
  func path() async throws {
    let scripted = Scripted(200, #"{"online":true}"#)
    _ = try await scripted.cloud.ping("my board/../x?")
    #expect(
      scripted.requests.first.map { "\($0.url)" }
        == "https://particle.example/v1/devices/my%20board%2F..%2Fx%3F/ping")
  }

  @Test(
    "a variable is a number, a text or a flag",
    arguments: [
      ("46", VariableValue.number(46), "46"), ("\"on\"", .text("on"), "on"),
      ("true", .flag(true), "true"), ("2.5", .number(2.5), "2.5"),
    ])
  func variable(json: String, value: VariableValue, shown: String) async throws {
    let scripted = Scripted(200, #"{"name":"v","result":\#(json),"coreInfo":{"deviceID":"a"}}"#)
    let read = try await scripted.cloud.variable("v", of: Self.id)
    #expect(read == value)
    #expect(read.shown == shown)
  }

  @Test(
    "a flash is begun with either wording, its files numbered",
    arguments: [
      #"{"ok":true,"message":"Update started"}"#, #"{"id":"e00f","status":"Update started"}"#,
    ])
  func flash(body: String) async throws {
    let scripted = Scripted(200, body)
    let files = ["a.ino", "b.h"].map { SourceFile(name: $0, content: MaskedText("x")) }
    #expect(try await scripted.cloud.flash(Self.id, files: files) == "Update started")
    guard case .multipart(let parts)? = scripted.requests.first?.body else {
      Issue.record("the body is not multipart")
      return
    }
    #expect(parts.map(\.name) == ["file", "file1"])
    #expect(parts.map(\.fileName) == ["a.ino", "b.h"])
  }
}
