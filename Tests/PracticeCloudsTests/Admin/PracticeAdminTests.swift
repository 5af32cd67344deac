import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

@Suite("PracticeAdmin")
struct PracticeAdminTests {
  @Test("the state shows both accounts, faults and counters, and no token")
  func state() async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(.echoMissing)
      _ = try await practice.admin(.post, "/latency", #"{"leg":"call","ms":1.5}"#)
      let reply = try await practice.admin(.get, "/state")
      #expect(reply.status == 200)
      let json = reply.json
      #expect(json["faults"] == ["echo-missing"])
      #expect(json["latency"] == ["call": 1.5])
      #expect(json["blynk"]?["values"]?["v17"]?["value"] == 0)
      #expect(json["blynk"]?["template"]?["datastreams"]?.array?.count == 5)
      let webhook = json["blynk"]?["webhooks"]?.array?.first
      #expect(webhook?["pin"] == "V16")
      #expect(webhook?["headers"]?["Authorization"] == "Bearer ‹particle.access_token›")
      let device = json["particle"]?["devices"]?.array?.first
      #expect(device?["id"]?.string == practice.start.deviceID)
      #expect(device?["functions"] == ["blynk_led"])
      #expect(json["particle"]?["integrations"]?.array?.count == 1)
      expectNoToken(json, practice.start)
    }
  }

  @Test("the log has each request of both clouds, tokens by name")
  func log() async throws {
    try await PracticeBench.run { practice async throws in
      _ = try await practice.blynk("get", "V16")
      _ = try await practice.particle(.get, "/v1/access_tokens/current")
      _ = try await practice.particle(.delete, "/v1/access_tokens/\(practice.start.accessToken)x")
      let json = try await practice.admin(.get, "/log").json
      let lines = (json["requests"]?.array ?? []).map { line in
        ["cloud", "method", "target"].map { line[$0]?.string ?? "" }.joined(separator: " ")
      }
      #expect(lines.contains("blynk GET /external/api/get?token=‹blynk.auth_token›&V16"))
      #expect(lines.contains("particle GET /v1/access_tokens/current"))
      #expect(lines.contains("particle DELETE /v1/access_tokens/‹particle.access_token›x"))
      expectNoToken(json, practice.start)
    }
  }

  private func expectNoToken(_ json: JSONValue, _ start: PracticeStart) {
    #expect(!json.text.contains(start.authToken))
    #expect(!json.text.contains(start.accessToken))
  }

  @Test("the manual path: template, datastreams, device, webhook")
  func manual() async throws {
    try await PracticeBench.run {
      $0.ready = false
    } _: { practice async throws in
      #expect(
        try await practice.admin(.post, "/activate").json["error"]
          == "The account has no template yet: use the blueprint or make one.")
      let template = try await practice.admin(.post, "/template", #"{"name":"Mine"}"#)
      #expect(template.json["template_id"]?.string == practice.start.templateID)
      let streams = """
        {"datastreams":[{"pin":"V6","type":"String"},
        {"pin":16,"type":"Integer","min":0,"max":1,"default":0}]}
        """
      #expect(try await practice.admin(.post, "/datastreams", streams).json["made"] == 2)
      let again = try await practice.admin(.post, "/datastreams", #"{"pin":"v6","type":"String"}"#)
      #expect(again.json["error"] == "There is a datastream on v6 already.")
      let device = try await practice.admin(.post, "/activate", #"{"name":"Bench"}"#)
      #expect(device.json["auth_token"]?.string == practice.start.authToken)
      #expect(try await practice.blynk("get", "dataStreamId=2").text == "0")
      #expect(
        try await practice.blynk("get", "dataStreamId=3").text
          == #"{"error":{"message":"Requested dataStream doesn't exist in the product Mine"}}"#)
    }
  }

  @Test("a webhook is made, replaced by name, and taken away")
  func webhook() async throws {
    try await PracticeBench.run {
      $0.ready = false
    } _: { practice async throws in
      let body = """
        {"name":"w","device_id":"x","pin":"V16","url":"\(practice.start.particle)/v1/x","method":"POST",
        "content_type":"Custom JSON","body":"{\\"args\\":\\"{device_pinValue}\\"}",
        "headers":{"Authorization":"Bearer abc"},"enabled":false}
        """
      #expect(try await practice.admin(.post, "/webhook", body).status == 400)
      _ = try await practice.admin(.post, "/blueprint")
      for _ in 0..<2 {
        #expect(try await practice.admin(.post, "/webhook", body).json["ok"] == true)
      }
      let webhooks = await practice.clouds.parts.blynk.account.webhooks
      #expect(webhooks.map(\.body) == [#"{"args":"{device_pinValue}"}"#])
      #expect(webhooks.map(\.enabled) == [false])
      #expect(webhooks.map(\.deviceID) == ["x"])
      let second = try await practice.admin(
        .post, "/webhook", #"{"name":"v","pin":"V16","url":"https://example.com"}"#)
      #expect(second.status == 400)
      #expect(try await practice.admin(.delete, "/webhook?name=v").status == 404)
      #expect(try await practice.admin(.delete, "/webhook?name=w").status == 200)
      #expect(await practice.clouds.parts.blynk.account.webhooks.isEmpty)
    }
  }

  @Test("the device goes off the network and comes back")
  func device() async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      let path = "/v1/devices/\(practice.start.deviceID)/blynk_led"
      _ = try await practice.admin(.post, "/device", #"{"online":false}"#)
      #expect(try await events.next("spark/status")["data"] == "offline")
      let offline = try await practice.particle(.post, path, body: .json(#"{"arg":"on"}"#))
      #expect(offline.status == 400)
      #expect(offline.text == #"{"ok":false,"error":"Timed out."}"#)
      _ = try await practice.admin(.post, "/device", #"{"online":true}"#)
      #expect(try await events.next("spark/status")["data"] == "online")
      let online = try await practice.particle(.post, path, body: .json(#"{"arg":"on"}"#))
      #expect(online.status == 200)
    }
  }

  @Test("the parts of a template that the guide does not need, and more devices")
  func building() async throws {
    try await PracticeBench.run {
      $0.blynk.plan = .production
    } _: { practice async throws in
      let calls = [
        (
          "/datastreams",
          #"{"pin":"V2","type":"Enumerable","options":{"0":"off","1":"on"},"fallback":0}"#
        ),
        ("/datastreams", #"{"pin":"V1","type":"Location","name":"Place"}"#),
        ("/metadata", #"{"name":"Floor","type":"Number","value":1}"#),
        ("/events", #"{"code":"too_hot"}"#),
        (
          "/dashboard",
          #"{"app":true,"widgets":[{"widget":"Map","title":"Where","pins":["V1"]}]}"#
        ),
        ("/template", #"{"name":"Second","another":true}"#),
        ("/webhook/test", "{}"),
      ]
      for (path, body) in calls {
        #expect(try await practice.admin(.post, path, body).status == 200, "\(path)")
      }
      #expect(try await practice.blynk("update", "V2=7").status == 200)
      #expect(try await practice.blynk("get", "dataStreamId=6").text == "0")
      #expect(try await practice.blynk("device/meta", "metaFieldId=1").text.contains("Number"))
      #expect(try await practice.blynk("logEvent", "code=too_hot").status == 200)
      let state = try await practice.admin(.get, "/state").json["blynk"]
      #expect(state?["template"]?["app_dashboard"]?.array?.count == 1)
      #expect(state?["template"]?["web_dashboard"]?.array?.count == 7)
      #expect(state?["templates"]?.array?.count == 2)
      let second = try await practice.admin(.post, "/activate", #"{"name":"Second"}"#).json
      let token = try #require(second["auth_token"]?.string)
      #expect(token != practice.start.authToken)
      #expect(second["device"] == 2)
      #expect(
        try await practice.admin(.post, "/flip", #"{"value":1,"device":"Second"}"#).status == 200)
      #expect(try await practice.blynk("get", "V16").text == "0")
      let masked = try await practice.admin(.get, "/state").json.text
      #expect(!masked.contains(token))
    }
  }

  @Test("a client of the Platform API is shown its secret once")
  func client() async throws {
    try await PracticeBench.run {
      $0.blynk.plan = .production
    } _: { practice async throws in
      let client = try await practice.admin(.post, "/client").json
      #expect(client["client_id"]?.string?.hasPrefix("oa2-client-id_") == true)
      let secret = try #require(client["client_secret"]?.string)
      #expect(!(try await practice.admin(.get, "/state").json.text.contains(secret)))
    }
    try await PracticeBench.run { practice async throws in
      #expect(
        try await practice.admin(.post, "/client").json["error"] == "This plan has no Platform API."
      )
    }
  }

  @Test("the device is reset, and held in safe mode")
  func power() async throws {
    try await PracticeBench.run { practice async throws in
      let path = "/v1/devices/\(practice.start.deviceID)/blynk_led"
      #expect(try await practice.admin(.post, "/device", #"{"safe_mode":true}"#).status == 200)
      #expect(try await practice.particle(.post, path, body: .json("{}")).status == 404)
      #expect(try await practice.admin(.post, "/device", #"{"safe_mode":false}"#).status == 200)
      #expect(try await practice.admin(.post, "/device", #"{"reset":true}"#).status == 200)
      #expect(try await practice.particle(.post, path, body: .json("{}")).status == 200)
      let unknown = try await practice.admin(.post, "/device", #"{"online":true,"device_id":"x"}"#)
      #expect(unknown.status == 404)
    }
  }

  @Test("a reset goes back to the start, faults and all")
  func reset() async throws {
    try await PracticeBench.run {
      $0.faults = ["echo-missing"]
    } _: { practice async throws in
      try await practice.pull(.blynkBadToken)
      _ = try await practice.admin(.delete, "/webhook")
      _ = try await practice.admin(.post, "/device", #"{"online":false}"#)
      #expect(try await practice.admin(.post, "/reset").json.text == #"{"ok":true}"#)
      #expect(practice.clouds.faults.names == ["echo-missing"])
      let state = try await practice.admin(.get, "/state").json
      #expect(state["blynk"]?["webhooks"]?.array?.count == 1)
      #expect(state["particle"]?["devices"]?.array?.first?["online"] == true)
      #expect(state["particle"]?["devices"]?.array?.first?["functions"] == ["blynk_led"])
    }
  }

  @Test(
    "what cannot be done is said in a sentence",
    arguments: [
      ("GET", "/nowhere", "", 404, "The admin port has no /nowhere."),
      ("POST", "/state", "", 405, "/state takes GET."),
      ("GET", "/webhook", "", 405, "/webhook takes POST and DELETE."),
      ("POST", "/flip", "[1]", 400, "The body has to be a JSON object."),
      ("POST", "/flip", "", 400, #"The body has no "value"."#),
      ("POST", "/flip", #"{"value":1,"pin":"V99"}"#, 400, "The template has no datastream on V99."),
      ("POST", "/device", #"{"online":"no"}"#, 400, #""online" has to be true or false."#),
      (
        "POST", "/fault", #"{"name":"device-ofline"}"#, 400,
        "There is no fault device-ofline. Did you mean device-offline?"
      ),
      (
        "POST", "/latency", #"{"leg":"calls","ms":1}"#, 400,
        #""leg" has to be one of write, call, publish, forward, read."#
      ),
      ("POST", "/latency", #"{"leg":"call","ms":-1}"#, 400, #""ms" has to be from 0 to 60000."#),
      (
        "POST", "/webhook", #"{"name":"w","pin":"16x","url":"u"}"#, 400,
        #""pin" has to be a pin from V0 to V255."#
      ),
    ])
  func refused(method: String, path: String, body: String, status: Int, error: String) async throws
  {
    try await PracticeBench.run { practice async throws in
      let method = try #require(Request.Method(rawValue: method))
      let reply = try await practice.admin(method, path, body.isEmpty ? nil : body)
      #expect(reply.status == status)
      #expect(reply.json["error"]?.string == error)
    }
  }
}
