import Core
import Foundation
import HTTP
import HTTPTestServer

@testable import PracticeClouds

/// Blynk's practice cloud alone, served on loopback.
struct BlynkBench {
  let cloud: BlynkPracticeCloud
  let faults: Faults
  let url: String
  let token: String
  let transport: Transport

  /// Runs `body` against a served cloud whose blueprint is used, then closes it.
  static func run(
    settings: BlynkPracticeSettings = BlynkPracticeSettings(), time: PracticeTime = .system,
    change: (inout BlynkAccount) -> Void = { _ in },
    _ body: (BlynkBench) async throws -> Void
  ) async throws {
    var chance = PracticeChance(seed: 7)
    var account = BlynkAccount(chance: &chance)
    account.useBlueprint(at: time.now())
    change(&account)
    let faults = Faults()
    let transport = Transport.live(userAgent: "footbridge-tests")
    let cloud = BlynkPracticeCloud(
      account: account, settings: settings, faults: faults, time: time, transport: transport,
      chance: chance, onChange: {})
    let server = try await PracticeServer.listen { await cloud.answer($0) }
    let bench = BlynkBench(
      cloud: cloud, faults: faults, url: "http://127.0.0.1:\(server.port)",
      token: account.authToken, transport: transport)
    do { try await body(bench) } catch {
      await server.stop()
      throw error
    }
    await cloud.settle()
    await server.stop()
  }

  /// Asks `/external/api/` with the right token.
  func ask(_ call: String, _ query: String = "") async throws -> Response {
    try await send(.get, "/external/api/\(call)?token=\(token)&\(query)")
  }

  func send(_ method: Request.Method, _ target: String) async throws -> Response {
    try await transport.send(Request(method, MaskedText(url + target)))
  }
}
