import Core
import Foundation
import HTTP
import PracticeClouds
import Testing

/// An integration may live in the sandbox, in the device's product or in an organization: wherever
/// it is, it is found, adopted and put right there, and none is made beside it.
@Suite("Where an integration lives")
struct IntegrationPlaceTests {
  private static let product = "products/10000"

  /// Asks Particle's practice cloud, as its owner could.
  private static func particle(
    _ method: Request.Method, _ path: String, _ body: String? = nil, on stage: Stage
  ) async throws -> Look {
    guard let start = stage.clouds?.start else { throw Stage.NoClouds() }
    let request = Request(
      method, MaskedText("\(start.particle)/v1/\(path)"),
      headers: [HeaderField("Authorization", MaskedText("Bearer \(start.accessToken)"))],
      body: body.map { .json(MaskedText($0)) })
    let reply = try await stage.transport.send(request)
    #expect((200..<300).contains(reply.status), "\(path): \(reply.text)")
    return reply.body.isEmpty ? try Look(json: "{}") : try Look(json: Data(reply.body))
  }

  private static func join(_ stage: Stage) async throws {
    guard let start = stage.clouds?.start else { throw Stage.NoClouds() }
    _ = try await particle(
      .post, "\(product)/devices", #"{"id":"\#(start.deviceID)"}"#, on: stage)
  }

  private static func make(_ event: String, in place: String, on stage: Stage) async throws {
    guard let start = stage.clouds?.start else { throw Stage.NoClouds() }
    let body = """
      {"integration_type":"Webhook","name":"ours","event":"\(event)","requestType":"GET",
       "url":"\(start.blynk)/external/api/batch/update","noDefaults":true,
       "query":{"token":"{{{t}}}","V6":"{{{PARTICLE_PUBLISHED_AT}}}","V14":"{{{v14}}}",
                "V15":"{{{v15}}}","V17":"{{{v17}}}"}}
      """
    _ = try await particle(.post, "\(place)integrations", body, on: stage)
  }

  private static func count(_ place: String, on stage: Stage) async throws -> Int {
    try await particle(.get, "\(place)integrations", on: stage).list.count
  }

  @Test("a product's is right: trip and checks hold, and setup makes none beside it")
  func product() async throws {
    let stage = try await Stage(.walked, seed: 180)
    _ = try await stage.deleteIntegrations()
    try await Self.join(stage)
    try await Self.make("blynk_https_get", in: "\(Self.product)/", on: stage)
    for command in ["test", "doctor"] {
      let (said, ending) = try await stage.run(command, "demo")
      #expect(ending == .code(0), "\(said)")
    }
    let (said, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(0), "\(said)")
    #expect(try await Self.count("", on: stage) == 0)
    #expect(try await Self.count("\(Self.product)/", on: stage) == 1)
    await stage.end()
  }

  @Test("one in the sandbox and one in the product are two, and every command says so")
  func twice() async throws {
    let stage = try await Stage(.walked, seed: 181)
    try await Self.join(stage)
    try await Self.make("blynk_https_get", in: "\(Self.product)/", on: stage)
    let (trip, _) = try await stage.run("test", "demo", "--json")
    #expect(trip.contains("integration-duplicate"), "\(trip)")
    let (look, ending) = try await stage.run("doctor", "demo", "--json")
    #expect(ending == .code(1) && look.contains(#""code":"integration-duplicate""#), "\(look)")
    #expect(look.contains("in product 10000"), "\(look)")
    await stage.end()
  }

  @Test("a device in a product gets its integration there, and forget takes it away there")
  func made() async throws {
    let stage = try await Stage(.walked, seed: 182)
    _ = try await stage.deleteIntegrations()
    try await Self.join(stage)
    let (said, ending) = try await stage.run("setup", "demo", "--answers", stage.answers)
    #expect(ending == .code(0), "\(said)")
    #expect(try await Self.count("", on: stage) == 0)
    #expect(try await Self.count("\(Self.product)/", on: stage) == 1)
    let (bye, gone) = try await stage.run("forget", "demo", "--yes")
    #expect(gone == .code(0) && bye.contains("in product 10000"), "\(bye)")
    #expect(try await Self.count("\(Self.product)/", on: stage) == 0)
    await stage.end()
  }

  @Test("an organization's is found too, and is told by its place")
  func organization() async throws {
    let stage = try await Stage(.walked, seed: 183, change: { $0.particle.organization = "acme" })
    _ = try await stage.deleteIntegrations()
    try await Self.join(stage)
    try await Self.make("blynk_https_get", in: "orgs/acme/", on: stage)
    for command in ["test", "doctor"] {
      let (said, ending) = try await stage.run(command, "demo")
      #expect(ending == .code(0), "\(said)")
    }
    await stage.end()
  }

  @Test("with none anywhere, the places that were looked at are named")
  func none() async throws {
    let stage = try await Stage(.walked, seed: 184, change: { $0.particle.organization = "acme" })
    _ = try await stage.deleteIntegrations()
    try await Self.join(stage)
    let (trip, ending) = try await stage.run("test", "demo")
    #expect(ending == .code(1), "\(trip)")
    #expect(trip.contains("looked at: the sandbox, product 10000, organization acme"), "\(trip)")
    await stage.end()
  }

  @Test("a wrong event name is shown with its blank, and the nearest one as what was meant")
  func blank() async throws {
    let stage = try await Stage(.walked, seed: 185)
    _ = try await stage.deleteIntegrations()
    try await Self.make("blynk_https_get ", in: "", on: stage)
    let (trip, _) = try await stage.run("test", "demo")
    #expect(trip.contains(#""blynk_https_get ""#), "\(trip)")
    await stage.end()
  }

  @Test("a token that ends within the hour is told by a trip and by a check, which both hold")
  func ending() async throws {
    let stage = try await Stage(.walked, seed: 186)
    try await stage.clouds?.pull(.particleTokenEnding, on: true)
    for command in ["doctor", "test"] {
      let (said, ending) = try await stage.run(command, "demo")
      #expect(ending == .code(0), "\(said)")
      #expect(said.contains("particle-token-ending"), "\(said)")
    }
    await stage.end()
  }
}
