import Core
import HTTP
import Testing

@testable import BlynkAPI

@Suite("Blynk's Platform API")
struct PlatformTests {
  static let url = "https://fra1.blynk.cloud"
  static let fresh = "fresh-platform-token"
  static let client = BasicLogin(
    user: "oa2-client-id_x", password: Secret("cl13nt-s3cr3t", name: "blynk.client_secret"))

  static func login(_ scripted: Scripted) -> PlatformLogin {
    PlatformLogin(url: url + "/", client: client, transport: scripted.transport)
  }

  static func platform(_ scripted: Scripted) -> BlynkPlatform {
    BlynkPlatform(
      url: url, token: Secret(fresh, name: "blynk.platform_token"), transport: scripted.transport)
  }

  @Test("a client gets a token, and the next one for the refresh token")
  func grants() async throws {
    let scripted = Scripted(
      200,
      #"{"access_token":"\#(Self.fresh)","token_type":"Bearer","expires_in":86400,"refresh_token":"r3fr3sh-t0ken"}"#
    )
    let grant = try await Self.login(scripted).grant()
    #expect(grant.token == Secret(Self.fresh, name: "blynk.platform_token"))
    #expect(grant.expiresInSeconds == 86_400)
    #expect(!"\(grant)".contains(Self.fresh) && !"\(grant)".contains("r3fr3sh"))
    _ = try await Self.login(scripted).grant(refreshing: try #require(grant.refresh))
    #expect(scripted.requests.allSatisfy { $0.login == Self.client })
    #expect(
      scripted.asked == [
        "POST https://fra1.blynk.cloud/oauth2/token?grant_type=client_credentials",
        "POST https://fra1.blynk.cloud/oauth2/token?grant_type=refresh_token"
          + "&refresh_token=‹blynk.platform_refresh_token›",
      ])
  }

  @Test(
    "a grant that fails has its code, and never shows what may hold a token",
    arguments: [
      (400, #"{"error":"invalid_client","error_description":"x"}"#, "blynk-bad-client"),
      (400, #"{"error":"invalid_grant"}"#, "blynk-bad-client"),
      (401, #"{"error":"unauthorized_client"}"#, "blynk-bad-client"),
      (400, #"{"error":"unsupported_grant_type"}"#, "cloud-refused"),
      (429, "", "rate-limited"), (503, "", "cloud-error"), (404, "<html>", "unexpected-reply"),
      (200, #"{"token":"fresh-platform-token"}"#, "unexpected-reply"),
    ])
  func refusals(status: Int, body: String, code: String) async {
    let error = await refusal { _ = try await Self.login(Scripted(status, body)).grant() }
    #expect(error?.problem.code == code)
    #expect(!"\(String(describing: error))".contains(Self.fresh))
  }

  @Test("templates come as a list, bare or within an object, what cannot be read left out")
  func templates() async throws {
    let bare = """
      [{"id":1,"templateIds":["TMPLaaaaaaaaa"],"name":"Particle","connectionType":"WI_FI"},{},7]
      """
    for body in [bare, #"{"content":\#(bare),"totalElements":1}"#] {
      let scripted = Scripted(200, body)
      let templates = try await Self.platform(scripted).templates()
      #expect(templates.map(\.id) == [1])
      #expect(templates[0].templateIDs == ["TMPLaaaaaaaaa"])
      #expect(
        scripted.asked == [
          "GET https://fra1.blynk.cloud/api/v1/organization/templates?page=0&size=100"
        ])
      #expect(
        scripted.requests[0].headers.map { "\($0.name): \($0.value)" }
          == ["Authorization: Bearer ‹blynk.platform_token›"])
    }
    let two = Scripted(200, #"{"a":[],"b":[]}"#)
    let error = await refusal { _ = try await Self.platform(two).templates() }
    #expect(error?.problem.code == "unexpected-reply")
  }

  @Test("a long list is read to its end, and one that repeats itself is read once")
  func pages() async throws {
    @Sendable func members(_ range: Range<Int>) -> [UInt8] {
      Array("[\(range.map { "{\"id\":\($0)}" }.joined(separator: ","))]".utf8)
    }
    let paged = Scripted { request in
      let page = Int("\(request.query[0].value ?? "0")") ?? 0
      return Response(status: 200, body: members(page * 100..<min(page * 100 + 100, 250)))
    }
    #expect(try await Self.platform(paged).devices().count == 250)
    #expect(paged.requests.count == 3)
    let whole = Scripted { _ in Response(status: 200, body: members(0..<300)) }
    #expect(try await Self.platform(whole).devices().count == 300)
    #expect(whole.requests.count == 2)
  }

  @Test("a datastream has its type and its pin in either form")
  func datastreams() async throws {
    let body = """
      [{"id":4,"label":"Integer V16","type":"INT","pin":16,"pinType":"VIRTUAL","isRaw":true,
        "defaultValue":0},{"id":5,"pin":"V17"},{"id":6,"pin":3,"pinType":"DIGITAL"}]
      """
    let scripted = Scripted(200, body)
    let streams = try await Self.platform(scripted).datastreams(template: 9)
    #expect(streams.map(\.pin) == [Pin(16), Pin(17), nil])
    #expect(streams[0].type == "INT" && streams[0].isRaw == true)
    #expect(streams[0].defaultValue == "0")
    #expect(scripted.asked[0].hasSuffix("/template/datastreams?templateId=9&page=0&size=100"))
  }

  @Test("a device's AuthToken is a secret, in a reply that cannot be read as well")
  func devices() async throws {
    let body = """
      {"id":2,"name":"bench","token":"\(Scripted.token)","templateId":9,
       "lifecycleStatus":{"name":"Offline"}}
      """
    let scripted = Scripted(201, body)
    let made = try await Self.platform(scripted).createDevice(
      name: "bench", template: "TMPLaaaaaaaaa", organization: 1, owner: 3)
    #expect(made.authToken == Secret(Scripted.token, name: "blynk.auth_token"))
    #expect(made.status == "Offline" && made.templateID == 9)
    #expect(!"\(made)".contains(Scripted.token))
    guard case .text(_, let text)? = scripted.requests[0].body else {
      Issue.record("no body")
      return
    }
    #expect(
      text.shown() == #"{"name":"bench","orgId":1,"ownerId":3,"templateId":"TMPLaaaaaaaaa"}"#)
    let odd = Scripted(200, #"{"device":{"token":"\#(Scripted.token)"}}"#)
    let error = await refusal { _ = try await Self.platform(odd).device(2) }
    #expect(!"\(String(describing: error))".contains(Scripted.token))
  }

  @Test("a value is written by numbers, a refusal has its words")
  func values() async throws {
    let scripted = Scripted(204, "")
    try await Self.platform(scripted).setValue(.int(5), datastream: 1, device: 2)
    #expect(
      scripted.asked == ["POST https://fra1.blynk.cloud/api/v1/organization/device/datastream"])
    #expect(try await Self.platform(Scripted(200, #"{"connected":true}"#)).isOnline(device: 2))
    let missing = Scripted(
      404, #"{"error":{"message":"Data stream with identifier 1 is not found!"}}"#)
    let error = await refusal {
      try await Self.platform(missing).setValue(.int(5), datastream: 1, device: 2)
    }
    let evidence = error?.problem.evidence.joined() ?? ""
    #expect(evidence.english.contains("Data stream with identifier 1 is not found!"))
  }

  @Test("the organization, its users, and a device that goes")
  func people() async throws {
    let profile = Scripted(200, #"{"id":658,"name":"Home","parentOrganizationId":657}"#)
    #expect(try await Self.platform(profile).organization() == 658)
    #expect(profile.asked == ["GET https://fra1.blynk.cloud/api/v1/organization/profile"])
    let body = #"{"content":[{"id":1080,"name":"Jo","email":"jo@example.com"}],"totalElements":1}"#
    let users = try await Self.platform(Scripted(200, body)).users()
    #expect(users.map(\.id) == [1080] && users[0].email == "jo@example.com")
    let gone = Scripted(204, "")
    try await Self.platform(gone).deleteDevice(2)
    #expect(
      gone.asked == ["DELETE https://fra1.blynk.cloud/api/v1/organization/device?deviceId=2"])
  }

  @Test("a webhook is read as far as its fields are known")
  func webhooks() async throws {
    let body = """
      [{"id":7,"name":"particle-http-api","trigger":"DEVICE_DATASTREAM_UPDATE","dataTrigger":{},
        "url":"https://api.particle.io/v1/devices/e00f/blynk_led","method":"POST",
        "contentType":"JSON","authType":"NONE","body":"{\\"args\\":\\"{device_pinValue}\\"}"}]
      """
    let webhooks = try await Self.platform(Scripted(200, body)).webhooks()
    #expect(webhooks.map(\.name) == ["particle-http-api"])
    #expect(webhooks[0].trigger == "DEVICE_DATASTREAM_UPDATE" && webhooks[0].method == "POST")
    #expect(webhooks[0].body == #"{"args":"{device_pinValue}"}"#)
  }
}
