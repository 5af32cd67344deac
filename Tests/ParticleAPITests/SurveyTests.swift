import Core
import HTTP
import Synchronization
import Testing

@testable import ParticleAPI

/// Where integrations are looked for, against a cloud that answers by the path.
@Suite("A survey of integrations")
struct SurveyTests {
  static let device = "e00fce68aabbccddeeff0011"
  static let event = "blynk_https_get"

  /// Replies by path below `/v1`; what is not named is 404.
  static func survey(_ replies: [String: (Int, String)], isEnough: Bool = false) async throws -> (
    survey: IntegrationSurvey, asked: [String]
  ) {
    let asked = Mutex<[String]>([])
    let transport = Transport(
      send: { request in
        let path = String("\(request.url)".split(separator: "/v1/", maxSplits: 1)[1])
        asked.withLock { $0.append(path) }
        let (status, body) = replies[path] ?? (404, #"{"ok":false,"error":"Not found"}"#)
        return Response(status: status, body: Array(body.utf8))
      },
      stream: { _ in AsyncThrowingStream { $0.finish() } })
    let cloud = ParticleCloud(
      url: "https://p.example", token: Secret(Scripted.token, name: "particle.access_token"),
      transport: transport)
    let survey = try await cloud.survey(of: device, event: event, isEnough: { _ in isEnough })
    return (survey, asked.withLock { $0 })
  }

  static func deviceReply(product: Int) -> (Int, String) {
    (200, #"{"id":"\#(device)","platform_id":13,"product_id":\#(product)}"#)
  }
  static let one = #"{"id":"a1","event":"blynk","url":"https://x"}"#

  @Test("a device outside of any product has the sandbox, and organizations only for want of one")
  func sandbox() async throws {
    let found = try await Self.survey([
      "devices/\(Self.device)": Self.deviceReply(product: 13),
      "integrations": (200, "[\(Self.one)]"), "integrations/a1": (200, Self.one),
    ])
    #expect(found.survey.looked == [.sandbox] && found.survey.home == .sandbox)
    #expect(found.survey.integrations.map(\.id) == ["a1"] && found.survey.isThorough)
    #expect(found.asked == ["integrations", "integrations/a1", "devices/\(Self.device)"])
  }

  @Test(
    "a product's device has the product and the organizations looked into, however lists come",
    arguments: ["[%]", #"{"integrations":[%]}"#, #"{"webhooks":[%]}"#])
  func product(list: String) async throws {
    let bodies = list.replacing("%", with: Self.one)
    let found = try await Self.survey([
      "devices/\(Self.device)": Self.deviceReply(product: 10_000), "integrations": (200, "[]"),
      "products/10000/integrations": (200, bodies),
      "products/10000/integrations/a1": (200, #"{"integration":\#(Self.one)}"#),
      "orgs": (200, #"{"organizations":[{"id":"5","slug":"acme"}]}"#),
      "orgs/acme/integrations": (200, bodies.replacing("a1", with: "b2")),
      "orgs/acme/integrations/b2": (200, Self.one.replacing("a1", with: "b2")),
    ])
    #expect(found.survey.looked == [.sandbox, .product("10000"), .organization("acme")])
    #expect(found.survey.integrations.map(\.scope) == [.product("10000"), .organization("acme")])
    #expect(found.survey.home == .product("10000") && found.survey.obstacle == nil)
  }

  @Test("a place that refuses is not one that has none", arguments: [403, 404])
  func refused(status: Int) async throws {
    let found = try await Self.survey([
      "devices/\(Self.device)": Self.deviceReply(product: 10_000), "integrations": (200, "[]"),
      "products/10000/integrations": (status, #"{"ok":false,"error":"no"}"#),
    ])
    #expect(found.survey.looked == [.sandbox])
    #expect(found.survey.refused.map(\.place) == ["product 10000", "the organizations"])
    #expect(found.survey.refused.map(\.status) == [status, 404])
    #expect(found.survey.obstacle != nil)
  }

  @Test("an API user of the product needs no sandbox")
  func apiUser() async throws {
    let refusal = (
      400,
      #"{"error":"unauthorized","error_description":"API users are not allowed to call this endpoint"}"#
    )
    let found = try await Self.survey([
      "devices/\(Self.device)": Self.deviceReply(product: 7), "integrations": refusal,
      "products/7/integrations": (200, "[]"), "orgs": refusal,
    ])
    #expect(found.survey.looked == [.product("7")] && found.survey.obstacle == nil)
    let alone = try await Self.survey([
      "devices/\(Self.device)": Self.deviceReply(product: 13), "integrations": refusal,
    ])
    #expect(alone.survey.obstacle != nil)
  }

  @Test("trouble of the cloud's is trouble, in any place", arguments: [500, 429])
  func trouble(status: Int) async {
    let error = await refusal {
      _ = try await Self.survey([
        "devices/\(Self.device)": Self.deviceReply(product: 7), "integrations": (200, "[]"),
        "products/7/integrations": (status, ""),
      ])
    }
    #expect(error?.witness.status == status)
  }

  @Test("what is enough ends it, and one that both lists have counts once")
  func enough() async throws {
    let all = [
      "devices/\(Self.device)": Self.deviceReply(product: 7),
      "integrations": (200, "[\(Self.one)]"), "integrations/a1": (200, Self.one),
      "products/7/integrations": (200, "[\(Self.one)]"), "orgs": (200, "[]"),
    ]
    let first = try await Self.survey(all, isEnough: true)
    #expect(first.asked == ["integrations", "integrations/a1"] && !first.survey.isThorough)
    #expect(try await Self.survey(all).survey.integrations.count == 1)
  }

  @Test(
    "an integration's record says where it lives",
    arguments: [
      (IntegrationScope.sandbox, "5f00"), (.product("10000"), "products/10000/5f00"),
      (.organization("acme"), "orgs/acme/5f00"),
    ])
  func records(scope: IntegrationScope, record: String) {
    #expect(scope.record(of: "5f00") == record)
    #expect(IntegrationScope.read(record) == (scope, "5f00"))
  }
}
