import HTTP
import Testing

@testable import ParticleAPI

@Suite("Particle's integrations")
struct IntegrationTests {
  static let url = "https://ny3.blynk.cloud/external/api/batch/update"
  static let wanted = IntegrationDefinition.blynk(
    event: "blynk_https_get", url: url, name: "footbridge demo")

  /// The guide's own template (particle:guide-integration).
  static let guides = """
    {"id":"5f00","name":"blynk_particle","event":"blynk_https_get",
     "url":"https://ny3.blynk.cloud/external/api/batch/update","requestType":"GET",
     "noDefaults":true,"rejectUnauthorized":true,
     "query":{"token":"{{t}}","V6":"{{PARTICLE_PUBLISHED_AT}}","V14":"{{v14}}",
              "V15":"{{v15}}","V16":"{{v16}}","V17":"{{v17}}"}}
    """

  static func one(_ body: String) async throws -> Integration {
    try await Scripted(200, body).cloud.integration("5f00")
  }

  @Test("a list comes bare or wrapped, and a member that cannot be read is left out")
  func lists() async throws {
    let bare = #"[{"id":"a","event":"x"},{"event":"no id"},3]"#
    for body in [bare, #"{"integrations":\#(bare)}"#, #"{"webhooks":\#(bare)}"#] {
      let list = try await Scripted(200, body).cloud.integrations()
      #expect(list == [Integration(id: "a", event: "x")])
    }
  }

  @Test("one comes bare or in either wrapper")
  func single() async throws {
    let bare = Self.guides
    let first = try await Self.one(bare)
    #expect(first.query.count == 6)
    for key in ["integration", "webhook"] {
      #expect(try await Self.one(#"{"\#(key)":\#(bare),"logs":[]}"#) == first)
    }
  }

  @Test(
    "a device limit is read in all three spellings",
    arguments: ["deviceID", "deviceId", "deviceid"])
  func deviceLimit(key: String) async throws {
    let one = try await Self.one(#"{"id":"a","event":"blynk","\#(key)":"d1"}"#)
    #expect(one.fires(on: "blynk_https_get", of: "d1"))
    #expect(!one.fires(on: "blynk_https_get", of: "d2"))
    #expect(!one.fires(on: "Blynk_https_get", of: "d1"))
  }

  @Test("a new one is known by its id, whatever else the reply holds")
  func created() async throws {
    for body in [#"{"id":"5f00","ok":true,"hookUrl":"x"}"#, #"{"integration":{"id":"5f00"}}"#] {
      #expect(try await Scripted(201, body).cloud.createIntegration(Self.wanted) == "5f00")
    }
  }

  @Test(
    "a recorded reply to create has its id",
    arguments: [
      #"{"id":"5f00","event":"x","created_at":"t","integration_type":"Webhook","url":"u","ok":true}"#,
      #"{"ok":true,"id":"5f00","event":"x","name":"n","hookUrl":"https://h/v1/webhooks/5f00"}"#,
    ])
  func recorded(body: String) async throws {
    #expect(try await Scripted(201, body).cloud.createIntegration(Self.wanted) == "5f00")
  }

  @Test("a test passes, or says why not under either key")
  func tests() async throws {
    let rows = [
      (#"{"pass":true,"data":null}"#, IntegrationTest(passed: true)),
      (#"{"pass":false,"error":"no"}"#, IntegrationTest(passed: false, reason: "no")),
      (#"{"pass":false,"data":"no"}"#, IntegrationTest(passed: false, reason: "no")),
    ]
    for (body, outcome) in rows {
      let scripted = Scripted(200, body)
      #expect(try await scripted.cloud.testIntegration("i", data: "{}", device: "d") == outcome)
      #expect(AccountTests.json(scripted.requests[0]) == #"{"data":"{}","device_id":"d"}"#)
    }
  }

  @Test("one is deleted with or without a body", arguments: [(204, ""), (200, #"{"ok":true}"#)])
  func deleted(status: Int, body: String) async throws {
    try await Scripted(status, body).cloud.deleteIntegration("5f00")
    try await Scripted(status, body).cloud.replaceIntegration("5f00", with: Self.wanted)
  }

  @Test("one that is gone is told so")
  func gone() async {
    let scripted = Scripted(404, #"{"ok":false,"error":"Webhook not found"}"#)
    let error = await refusal { try await scripted.cloud.deleteIntegration("5f00") }
    #expect(error?.problem.code == "integration-missing")
  }

  @Test("the definition is written as Particle documents it, without a V16 row")
  func written() {
    #expect(
      Self.json(Self.wanted) == """
        {"event":"blynk_https_get","integration_type":"Webhook","name":"footbridge demo",\
        "noDefaults":true,"query":{"V14":"{{{v14}}}","V15":"{{{v15}}}","V17":"{{{v17}}}",\
        "V6":"{{{PARTICLE_PUBLISHED_AT}}}","token":"{{{t}}}"},"rejectUnauthorized":true,\
        "requestType":"GET","url":"https://ny3.blynk.cloud/external/api/batch/update"}
        """)
  }

  @Test("the guide's own template differs only in its V16 row")
  func guide() async throws {
    let found = try await Self.one(Self.guides)
    #expect(
      Self.wanted.differences(from: found)
        == [FieldDifference(field: "query.V16", wanted: nil, found: "{{v16}}")])
  }

  @Test("the same thing said otherwise is no difference")
  func same() async throws {
    let found = try await Self.one(
      """
      {"id":"a","query":{"v17":"{{ v17 }}","V20":"{{mine}}","token":"{{t}}","V14":"{{v14}}",
       "V15":"{{{v15}}}","V6":"{{{PARTICLE_PUBLISHED_AT}}}"},"noDefaults":"true","requestType":"get",
       "url":"HTTPS://NY3.blynk.cloud/external/api/batch/update/","event":"blynk_https_get"}
      """)
    #expect(Self.wanted.differences(from: found).isEmpty)
  }

  @Test("a GET's form fields count as its query")
  func form() async throws {
    let found = try await Self.one(#"{"id":"a","requestType":"GET","form":{"V17":"{{{v17}}}"}}"#)
    #expect(found.query == ["V17": "{{{v17}}}"])
  }

  @Test(
    "each field that matters shows when it differs",
    arguments: [
      ("event", #""event":"blynk""#), ("url", #""url":"https://fra1.blynk.cloud/x""#),
      ("requestType", #""requestType":"POST""#), ("disabled", #""disabled":"true""#),
      ("noDefaults", #""noDefaults":false"#),
      ("rejectUnauthorized", #""rejectUnauthorized":false"#),
    ])
  func fields(field: String, json: String) async throws {
    let found = try await Self.one(
      #"{"id":"a","query":\#(Self.json(Self.wanted.query)),\#(json)\#(Self.rest(without: field))}"#)
    #expect(Self.wanted.differences(from: found).map(\.field.english) == [field])
  }

  /// The right settings but for one.
  static func rest(without field: String) -> String {
    [
      ("event", #""event":"blynk_https_get""#), ("url", #""url":"\#(url)""#),
      ("requestType", #""requestType":"GET""#), ("noDefaults", #""noDefaults":true"#),
    ].filter { $0.0 != field }.map { ",\($0.1)" }.joined()
  }

  @Test("a literal, a wrong variable and a missing row differ; a fixed token is not shown")
  func rows() {
    var found = Integration(
      id: "a", event: "blynk_https_get", url: Self.url, requestType: "GET",
      query: Self.wanted.query, noDefaults: true)
    found.query["token"] = "AbCdEfGhIjKlMnOpQrStUvWxYz012345"
    found.query["V14"] = "v14"
    found.query["V17"] = "{{{v16}}}"
    found.query["V6"] = nil
    #expect(
      Self.wanted.differences(from: found) == [
        FieldDifference(field: "query.V14", wanted: "{{{v14}}}", found: "v14"),
        FieldDifference(field: "query.V17", wanted: "{{{v17}}}", found: "{{{v16}}}"),
        FieldDifference(field: "query.V6", wanted: "{{{PARTICLE_PUBLISHED_AT}}}", found: nil),
        FieldDifference(
          field: "query.token", wanted: "{{{t}}}", found: "a fixed value", isHidden: true),
      ])
  }

  /// A value as the client writes it.
  static func json(_ value: some Encodable) -> String {
    if case .text(_, let text) = Body.json(writing: value) { text.shown() } else { "" }
  }
}
