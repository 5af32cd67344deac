import Testing

@testable import ParticleAPI

@Suite("What Particle's refusals mean")
struct ParticleErrorTests {
  static let device = "e00fce68aabbccddeeff0011"

  /// A reply of docs/clouds/particle.md, and the code it must come out as.
  struct Row: Sendable, CustomTestStringConvertible {
    var status: Int
    var body: String
    var code: String
    var testDescription: String { "\(status) \(body.prefix(60)) is \(code)" }
  }

  static let account = [
    Row(
      status: 401,
      body:
        #"{"error":"invalid_token","error_description":"The access token provided is invalid."}"#,
      code: "particle-bad-token"),
    Row(
      status: 401,
      body:
        #"{"error":"invalid_token","error_description":"The access token provided has expired."}"#,
      code: "particle-token-expired"),
    Row(status: 401, body: #"{"error":"expired_token"}"#, code: "particle-token-expired"),
    Row(
      status: 400,
      body:
        #"{"error":"invalid_request","error_description":"The access token was not found"}"#,
      code: "particle-bad-token"),
    Row(status: 401, body: "<html>no</html>", code: "request-blocked"),
    Row(status: 403, body: "<html>Access denied</html>", code: "request-blocked"),
    Row(status: 451, body: " \n<!DOCTYPE html>", code: "request-blocked"),
    Row(status: 401, body: "", code: "particle-bad-token"),
    Row(status: 403, body: "", code: "particle-token-scope"),
    Row(
      status: 403, body: #"{"error":"Permission Denied","info":"not yours"}"#,
      code: "particle-token-scope"),
    Row(status: 407, body: "<html>login</html>", code: "proxy-refused"),
    Row(status: 429, body: "<html>slow down</html>", code: "rate-limited"),
    Row(status: 503, body: "<html>busy</html>", code: "cloud-error"),
    Row(status: 200, body: "", code: "unexpected-reply"),
    Row(status: 200, body: "<html>sign in</html>", code: "unexpected-reply"),
    Row(status: 302, body: "", code: "unexpected-reply"),
    Row(status: 429, body: "", code: "rate-limited"),
    Row(status: 529, body: "slow down", code: "rate-limited"),
    Row(status: 502, body: "<html>bad gateway</html>", code: "cloud-error"),
    Row(
      status: 400,
      body: #"{"error":"unauthorized","error_description":"API users are not allowed"}"#,
      code: "particle-token-scope"),
    Row(
      status: 400, body: #"{"ok":false,"error":"event prefix filter is required"}"#,
      code: "cloud-refused"),
    Row(status: 400, body: #"{"error":"Your plan has ended"}"#, code: "cloud-refused"),
    Row(status: 402, body: #"{"error":"Account suspended"}"#, code: "cloud-refused"),
    Row(status: 409, body: #"{"ok":false,"error":"In use"}"#, code: "cloud-refused"),
    Row(status: 404, body: "not json", code: "unexpected-reply"),
    Row(
      status: 200, body: #"{"ok":false,"error":"Too many web hooks for this device"}"#,
      code: "cloud-refused"),
    Row(status: 200, body: "{}", code: "unexpected-reply"),
    Row(status: 204, body: "", code: "unexpected-reply"),
  ]

  @Test("a refusal that has nothing to do with a device has its code", arguments: account)
  func accountRefusals(row: Row) async {
    let scripted = Scripted(row.status, row.body)
    let error = await refusal { _ = try await scripted.cloud.integrations() }
    #expect(error?.problem.code == row.code)
  }

  static let calls = [
    Row(
      status: 404, body: #"{"ok":false,"error":"Function blynk_led not found"}"#,
      code: "function-missing"),
    Row(status: 400, body: #"{"ok":false,"error":"Timed out."}"#, code: "device-offline"),
    Row(status: 408, body: "", code: "device-offline"),
    Row(status: 408, body: #"{"error":"Timed out."}"#, code: "device-offline"),
    Row(
      status: 500,
      body:
        #"{"ok":false,"code":500,"errors":[{"error":"Timed out, didn't hear back from device"}]}"#,
      code: "device-offline"),
    Row(
      status: 500, body: #"{"ok":false,"code":500,"errors":["Request Timed Out"]}"#,
      code: "device-offline"),
    Row(
      status: 403,
      body:
        #"{"error":"Permission Denied","info":"I didn't recognize that device name or ID"}"#,
      code: "particle-device-unknown"),
    Row(status: 403, body: #"{"ok":false,"error":"Account locked"}"#, code: "cloud-refused"),
    Row(status: 403, body: "", code: "particle-device-unknown"),
    Row(status: 500, body: #"{"ok":false,"errors":["boom"]}"#, code: "cloud-error"),
    Row(status: 404, body: "<html>404</html>", code: "unexpected-reply"),
    Row(
      status: 404, body: #"{"ok":false,"errors":[["Core isn't online",404]]}"#,
      code: "cloud-refused"),
  ]

  @Test("a function call's refusal has its code", arguments: calls)
  func callRefusals(row: Row) async {
    let scripted = Scripted(row.status, row.body)
    let error = await refusal {
      _ = try await scripted.cloud.call("blynk_led", on: Self.device, with: "1")
    }
    #expect(error?.problem.code == row.code)
  }

  @Test("a variable that is not there is told from a device that is away")
  func variables() async {
    let missing = Scripted(404, #"{"ok":false,"error":"Variable not found"}"#)
    let away = Scripted(408, #"{"error":"Timed out."}"#)
    let first = await refusal { _ = try await missing.cloud.variable("calls", of: Self.device) }
    let second = await refusal { _ = try await away.cloud.variable("calls", of: Self.device) }
    #expect(first?.problem.code == "variable-missing")
    #expect(second?.problem.code == "device-offline")
  }

  @Test("a failed build carries the compiler's words, be the status 200 or 406")
  func build() async {
    let body = """
      {"ok":false,"output":"build didn't produce binary","stdout":"",
       "errors":["bad_code.cpp:5:3: error: expected ';'"]}
      """
    for status in [200, 406] {
      let error = await refusal {
        _ = try await Scripted(status, body).cloud.flash(Self.device, files: [])
      }
      #expect(error?.problem.code == "build-failed")
      #expect(error?.problem.evidence.contains("bad_code.cpp:5:3: error: expected ';'") == true)
    }
  }

  @Test(
    "a redirect to another host is somebody else's, one to the same host is no answer",
    arguments: [
      ("http://portal.example/login?x=1", "captive-portal"),
      ("https://PARTICLE.example/v1", "unexpected-reply"), ("/login", "unexpected-reply"),
      ("https://a@b.example/", "unexpected-reply"),
    ])
  func redirects(location: String, code: String) async {
    let scripted = Scripted(302, "", location: location)
    let error = await refusal { _ = try await scripted.cloud.tokenInfo() }
    #expect(error?.problem.code == code)
    if code == "captive-portal" {
      #expect(error?.problem.evidence.last == "Location: http://portal.example")
      #expect(error?.problem.outcome == .couldNotAsk)
    }
  }

  @Test("an answer that repeats the token is shown without it")
  func echoedToken() async {
    let scripted = Scripted(400, #"{"error":"no such thing as \#(Scripted.token)"}"#)
    let error = await refusal { _ = try await scripted.cloud.tokenInfo() }
    let page = "\(String(describing: error)) \(String(describing: error?.problem))"
    #expect(!page.contains(Scripted.token))
    #expect(page.contains("‹particle.access_token›"))
  }

  @Test("a stream that is refused ends in the refusal")
  func stream() async {
    let scripted = Scripted(401, #"{"error":"invalid_token"}"#)
    let error = await refusal {
      for try await _ in scripted.cloud.events() { Issue.record("nothing may come") }
    }
    #expect(error?.problem.code == "particle-bad-token")
  }
}
