import Core
import Firmware
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

/// Several devices of one account, each with its own token and its own copy of the sketch, through
/// one integration and one webhook.
@Suite("Fleet")
struct FleetTests {
  private static let size = 5

  /// Opens clouds with the fleet's devices, on a plan that has room for them.
  private func run(_ body: (PracticeBench) async throws -> Void) async throws {
    try await PracticeBench.run {
      $0.particle.deviceCount = FleetTests.size
      $0.blynk.plan = .pro
    } _: {
      try await body($0)
    }
  }

  @Test("each of five devices gets its own value, and reports it under its own token")
  func five() async throws {
    try await run { practice async throws in
      let tokens = try await settle(practice)
      let values = [1, 0, 1, 1, 0]
      var events = try await practice.events()
      for (token, value) in zip(tokens, values) {
        #expect(try await practice.blynk(token, "update", "V16=1").status == 200)
        _ = try await events.next("hook-sent/")
        guard value == 0 else { continue }
        #expect(try await practice.blynk(token, "update", "V16=0").status == 200)
        _ = try await events.next("hook-sent/")
      }
      for (token, value) in zip(tokens, values) {
        #expect(try await practice.blynk(token, "get", "V17").text == "\(value)")
      }
      let state = try await practice.admin(.get, "/state").json
      #expect(state["particle"]?["integrations"]?.array?.count == 1)
      #expect(state["blynk"]?["webhooks"]?.array?.count == 1)
    }
  }

  @Test("each of a hundred devices of one account runs a sketch of its own")
  func hundred() async throws {
    try await PracticeBench.run {
      $0.particle.deviceCount = 100
    } _: { practice async throws in
      let list = JSONValue(parsing: try await practice.particle(.get, "/v1/devices").body)
      let ids = (list?.array ?? []).compactMap { $0["id"]?.string }
      #expect(Set(ids).count == 100)
      for id in ids { try await flash(practice, id, practice.start.authToken) }
      await practice.clouds.settle()
      for (number, id) in ids.enumerated() {
        let call = try await practice.particle(
          .post, "/v1/devices/\(id)/blynk_led",
          body: .json(MaskedText(#"{"arg":"\#(number % 2)"}"#)))
        #expect(JSONValue(parsing: call.body)?["return_value"] == .number(Double(number % 2)))
      }
      for (number, id) in ids.enumerated() {
        let path = "/v1/devices/\(id)"
        let last = try await practice.particle(.get, "\(path)/last_arg?format=raw")
        #expect(last.text == "\(number % 2)")
        #expect(try await practice.particle(.get, "\(path)/calls?format=raw").text == "1")
      }
    }
  }

  /// Activates a Blynk device for each Particle device, named by its id; flashes each with its own
  /// token; has one webhook of the template call them all.
  private func settle(_ practice: PracticeBench) async throws -> [String] {
    let list = JSONValue(parsing: try await practice.particle(.get, "/v1/devices").body)
    let ids = (list?.array ?? []).compactMap { $0["id"]?.string }
    try #require(ids.count == FleetTests.size)
    var tokens: [String] = []
    for id in ids {
      let device = try await practice.admin(.post, "/activate", #"{"name":"\#(id)"}"#).json
      tokens.append(try #require(device["auth_token"]?.string))
    }
    #expect(Set(tokens).count == FleetTests.size)
    for (id, token) in zip(ids, tokens) { try await flash(practice, id, token) }
    await practice.clouds.settle()
    let url = "\(practice.start.particle)/v1/devices/{device_name}/blynk_led"
    let webhook = try await practice.admin(
      .post, "/webhook",
      """
      {"name":"particle-http-api","trigger":"template","pin":"V16","url":"\(url)",
      "body":"{\\"args\\":\\"{device_pinValue}\\"}",
      "headers":{"Authorization":"Bearer \(practice.start.accessToken)"}}
      """)
    #expect(webhook.json["ok"] == true)
    return tokens
  }

  /// As a person would: the sketch with the device's token in it.
  private func flash(_ practice: PracticeBench, _ id: String, _ token: String) async throws {
    let source = try SketchSource(
      templateID: practice.start.templateID, templateName: "Particle Device",
      authToken: Secret(token, name: "blynk.auth_token")
    ).openedText()
    let reply = try await practice.particle(
      .put, "/v1/devices/\(id)",
      body: .multipart([
        .init(name: "file", fileName: "footbridge.ino", content: MaskedText(source))
      ]))
    #expect(reply.status == 200)
  }
}

extension PracticeBench {
  /// Blynk's device API, with a device's own token.
  fileprivate func blynk(
    _ token: String, _ call: String, _ query: String
  ) async throws -> Response {
    let url = "\(start.blynk)/external/api/\(call)?token=\(token)&\(query)"
    return try await transport.send(Request(.get, MaskedText(url)))
  }
}
