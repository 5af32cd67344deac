import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

/// Whole conversations in the manner of clients that others wrote: Particle's JavaScript client
/// (docs/clouds/particle.md; source tag JS) and the curl lines of its docs.
@Suite("Conversations: clients")
struct ConversationClientTests {
  private struct Ask {
    var method: Request.Method
    var path: String
    var body: Body?
    var status = 200
    /// A member of the reply, and what it has to be; nil is anything but null.
    var member: String?
    var value: JSONValue?
  }

  /// Sends as the client does, with its headers, and gives the reply's JSON.
  @discardableResult
  private func say(_ ask: Ask, _ practice: PracticeBench, token: String) async throws -> JSONValue {
    let headers = [
      HeaderField("User-Agent", "particle-api-js/12.0.2 (https://github.com/particle-iot)"),
      HeaderField("X-Particle-Tool", "particle-api-js@12.0.2"), HeaderField("Accept", "*/*"),
    ]
    let bearer = token.isEmpty ? [] : [HeaderField("Authorization", MaskedText("Bearer \(token)"))]
    let reply = try await practice.transport.send(
      Request(
        ask.method, MaskedText(practice.start.particle + ask.path), headers: headers + bearer,
        body: ask.body))
    let json = JSONValue(parsing: reply.body) ?? .null
    #expect(reply.status == ask.status, "\(ask.path): \(reply.text)")
    if let member = ask.member {
      let found = json[member]
      #expect(ask.value == nil ? found != nil && found != .null : found == ask.value, "\(ask.path)")
    }
    return json
  }

  private static let login = Body.form([
    QueryItem("username", "practice@example.com"), QueryItem("password", "practice"),
    QueryItem("grant_type", "password"), QueryItem("client_id", "particle-api"),
    QueryItem("client_secret", "particle-api"),
  ])

  @Test("the JavaScript client logs in, lists, calls, reads, publishes and logs out")
  func javaScript() async throws {
    try await PracticeBench.run { practice async throws in
      let login = Ask(method: .post, path: "/oauth/token", body: Self.login, member: "access_token")
      let token = try await say(login, practice, token: "")["access_token"]?.string ?? ""
      let device = "/v1/devices/\(practice.start.deviceID)"
      let asks = [
        Ask(method: .get, path: "/v1/devices"), Ask(method: .get, path: "/v1/user"),
        Ask(
          method: .get, path: device, member: "id", value: .string(practice.start.deviceID)),
        Ask(
          method: .post, path: "\(device)/blynk_led", body: .json(#"{"args":"1"}"#),
          member: "return_value", value: 1),
        Ask(method: .get, path: "\(device)/last_arg", member: "result", value: "1"),
        Ask(
          method: .put, path: device, body: .json(#"{"signal":"1"}"#), member: "signaling",
          value: true),
        Ask(method: .put, path: "\(device)/ping", body: .json("{}"), member: "online", value: true),
        Ask(
          method: .post, path: "/v1/devices/events",
          body: .json(#"{"name":"n","data":"d","private":true}"#), member: "ok", value: true),
        Ask(method: .delete, path: "/v1/access_tokens/\(token)", member: "ok", value: true),
      ]
      for ask in asks { try await say(ask, practice, token: token) }
      try await say(
        Ask(method: .get, path: device, status: 401, member: "error", value: "invalid_token"),
        practice, token: token)
    }
  }

  @Test("the JavaScript client makes, changes, lists and deletes an integration")
  func integration() async throws {
    try await PracticeBench.run { practice async throws in
      let token = practice.start.accessToken
      let definition = #"""
        {"event":"other","url":"http://127.0.0.1:1/","integration_type":"Webhook",
        "deviceid":"\#(practice.start.deviceID)","requestType":"POST","noDefaults":true}
        """#
      let made = try await say(
        Ask(
          method: .post, path: "/v1/integrations", body: .json(MaskedText(definition)), status: 201,
          member: "id"), practice, token: token)
      let path = "/v1/integrations/\(made["id"]?.string ?? "")"
      try await say(
        Ask(method: .put, path: path, body: .json(MaskedText(definition)), member: "integration"),
        practice, token: token)
      let list = try await say(
        Ask(method: .get, path: "/v1/integrations"), practice, token: token)
      #expect(list.array?.contains { $0["id"] == made["id"] } == true)
      try await say(Ask(method: .delete, path: path, status: 204), practice, token: token)
    }
  }

  @Test("the JavaScript client's stream: a nonce, an encoded prefix, and the name on its own line")
  func stream() async throws {
    try await PracticeBench.run { practice async throws in
      let url = "\(practice.start.particle)/v1/devices/events/a%2Fb?nonce=8123.4570000"
      let bearer = HeaderField("Authorization", MaskedText("Bearer \(practice.start.accessToken)"))
      var reader = EventReader(
        parts: practice.transport.stream(Request(.get, MaskedText(url), headers: [bearer])))
      try await reader.open()
      for name in ["a", "a/bc", "a/b"] {
        try await say(
          Ask(
            method: .post, path: "/v1/devices/events",
            body: .json(MaskedText(#"{"name":"\#(name)","data":"1","private":true}"#))), practice,
          token: practice.start.accessToken)
      }
      let event = try await reader.next("a/bc")
      #expect(event["data"] == "1")
      #expect(event["name"] == nil)
      #expect(event["published_at"]?.string?.hasSuffix("Z") == true)
      _ = try await reader.next("a/b")
      #expect(reader.seen == ["a/bc", "a/b"])
    }
  }

  @Test("the docs' curl lines: Basic client, form fields, the token in query and form")
  func curl() async throws {
    try await PracticeBench.run { practice async throws in
      let token = practice.start.accessToken
      let device = "/v1/devices/\(practice.start.deviceID)"
      let form = { (pairs: [(String, String)]) in
        Body.form(pairs.map { QueryItem($0.0, MaskedText($0.1)) })
      }
      let asks = [
        Ask(method: .get, path: "/v1/devices?access_token=\(token)"),
        Ask(
          method: .post, path: "\(device)/blynk_led",
          body: form([("arg", "on"), ("access_token", token)]), member: "return_value", value: 1),
        Ask(
          method: .post, path: "/v1/devices/events",
          body: form([("name", "n"), ("data", "d"), ("access_token", token)]), member: "ok"),
      ]
      for ask in asks { try await say(ask, practice, token: "") }
      let reply = try await practice.transport.send(
        Request(
          .post, MaskedText(practice.start.particle + "/oauth/token"),
          headers: [HeaderField("Authorization", "Basic cGFydGljbGU6cGFydGljbGU=")],
          body: form([
            ("grant_type", "password"), ("username", "practice@example.com"),
            ("password", "practice"), ("expires_in", "3600"),
          ])))
      #expect(JSONValue(parsing: reply.body)?["expires_in"] == 3600)
    }
  }
}
