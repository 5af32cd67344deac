import Core
import Foundation
import HTTP
import HTTPTestServer

@testable import PracticeClouds

/// Particle's practice cloud alone, served on loopback, with a device that runs a small program.
struct ParticleBench {
  let cloud: ParticlePracticeCloud
  let faults: Faults
  let url: String
  let token: String
  let device: String
  let transport: Transport

  /// Runs `body` against a served cloud, then closes it.
  static func run(
    settings: ParticlePracticeSettings = ParticlePracticeSettings(),
    time: PracticeTime = .system,
    compiler: @escaping HostCompilation.Compiler = EchoProgram.compile,
    _ body: (ParticleBench) async throws -> Void
  ) async throws {
    var chance = PracticeChance(seed: 7)
    var account = ParticleAccount(chance: &chance, now: Date(timeIntervalSince1970: 1_714_555_812))
    account.devices[0].files = EchoProgram.files
    var settings = settings
    settings.login = .known
    let faults = Faults()
    let transport = Transport.live(userAgent: "footbridge-tests")
    let cloud = ParticlePracticeCloud(
      account: account, settings: settings, faults: faults, time: time, transport: transport,
      chance: chance, compiler: compiler, onChange: {})
    await cloud.restore()
    let server = try await PracticeServer.listen { await cloud.answer($0) }
    let bench = ParticleBench(
      cloud: cloud, faults: faults, url: "http://127.0.0.1:\(server.port)",
      token: account.accessToken, device: account.deviceID, transport: transport)
    do { try await body(bench) } catch {
      await cloud.stop()
      await server.stop()
      throw error
    }
    await cloud.stop()
    await server.stop()
  }

  /// A compiler takes as long as a busy machine lets it.
  private static let buildTimeout = Duration.seconds(600)

  /// Sends with the right token in the header, unless another is given; an empty one is left out.
  func send(
    _ method: Request.Method, _ target: String, token: String? = nil, body: Body? = nil,
    headers: [HeaderField] = []
  ) async throws -> Response {
    let token = token ?? self.token
    let bearer = token.isEmpty ? [] : [HeaderField("Authorization", "Bearer \(token)")]
    return try await transport.send(
      Request(
        method, MaskedText(url + target), headers: bearer + headers, body: body,
        timeout: ParticleBench.buildTimeout))
  }

  /// A JSON body.
  func json(_ method: Request.Method, _ target: String, _ value: JSONValue) async throws -> Response
  {
    try await send(method, target, body: .json(MaskedText(value.text)))
  }

  /// Opens a stream, and returns when the cloud has opened it.
  func stream(_ target: String) async throws -> StreamReader {
    let parts = transport.stream(
      Request(
        .get, MaskedText(url + target), headers: [HeaderField("Authorization", "Bearer \(token)")]))
    var reader = StreamReader(parts)
    try await reader.opened()
    return reader
  }
}

extension PracticeLogin {
  /// The login of the practice account in tests.
  static let known = PracticeLogin("practice@example.com:practice") ?? PracticeLogin()
}
