import Core
import HTTP
import TestSupport
import Testing

@testable import PracticeClouds

/// What Particle's documentation says it answers, asked of the practice cloud.
@Suite("Documented replies of Particle, practised")
struct DocumentedParticleTests {
  static let replies = DocumentedReply.all(of: "particle").filter { $0.unpractised == nil }

  @Test("the practice cloud answers as documented: status, fields, events", arguments: replies)
  func answers(_ reply: DocumentedReply) async throws {
    let target = try await HookTarget(for: reply)
    defer { target.close() }
    try await ParticleBench.run(settings: try settings(of: reply)) { bench in
      let words = try await arrange(bench, for: reply, target)
      let request = reply.request(to: bench, words)
      if reply.exchange.isStream {
        return try await hear(reply, bench, request, words)
      }
      let answer = try await bench.transport.send(request)
      let documented = try #require(reply.exchange.reply)
      #expect(answer.status == documented.status, "\(reply): \(answer.text)")
      for header in documented.headers where header.name != "Content-Type" || reply.isBodyKnown {
        #expect(answer.header(header.name) != nil, "\(reply): \(header.name)")
      }
      guard reply.isBodyKnown else { return }
      let names = FieldNames(answer.body).names
      #expect(names == FieldNames(documented.body.bytes).names, "\(reply): \(answer.text)")
      #expect(answer.body.isEmpty == documented.body.bytes.isEmpty, "\(reply): \(answer.text)")
    }
  }

  @Test("most of them are practised")
  func count() {
    #expect(DocumentedParticleTests.replies.count > 90)
  }

  private func settings(of reply: DocumentedReply) throws -> ParticlePracticeSettings {
    var settings = ParticlePracticeSettings()
    for given in reply.given where given.hasPrefix("setting ") {
      let pair = try #require(ParticleContract.pair(String(given.dropFirst(8))))
      let isKnown = settings.set(pair.name, to: pair.value)
      try #require(isKnown, "\(given)")
    }
    return settings
  }

  /// Brings the cloud into the state that a reply is about.
  /// - Returns: what words stand for.
  private func arrange(
    _ bench: ParticleBench, for reply: DocumentedReply, _ target: HookTarget
  ) async throws -> [String: String] {
    var words = ["DEVICE": bench.device, "TOKEN": bench.token, "TARGET": target.url]
    for given in reply.given {
      if given == "offline" {
        await bench.cloud.setDevice(online: false)
      } else if given.hasPrefix("fault ") {
        bench.faults.set(try Faults.fault(named: String(given.dropFirst(6))), on: true)
      } else if let asking = ParticleContract.Asking(given), given.contains("/") {
        words.learn(from: try await bench.ask(asking, words))
      }
    }
    return words
  }

  /// The events of a recording come in their order, each with its fields.
  private func hear(
    _ reply: DocumentedReply, _ bench: ParticleBench, _ request: Request, _ words: [String: String]
  ) async throws {
    var stream = StreamReader(bench.transport.stream(request))
    try await stream.opened()
    for when in reply.when {
      let asking = try #require(ParticleContract.Asking(when))
      _ = try await bench.ask(asking, words)
    }
    for case .event(let documented) in reply.exchange.parts {
      let event = try #require(try await stream.next())
      #expect(event.name == documented.name, "\(reply)")
      #expect(
        FieldNames(Array(event.data.utf8)).names == FieldNames(Array(documented.data.utf8)).names,
        "\(reply): \(event.data)")
    }
  }
}

/// Where the integrations of a documented reply call, if any.
private struct HookTarget {
  private let server: HookTargetServer?

  init(for reply: DocumentedReply) async throws {
    let given = reply.given.joined()
    if given.contains("TARGET/400") {
      server = try await HookTargetServer(status: 400)
    } else if given.contains("TARGET/body") {
      server = try await HookTargetServer(status: 200, reply: "sunny")
    } else {
      server = given.contains("TARGET") ? try await HookTargetServer(status: 200) : nil
    }
  }

  var url: String { server?.url ?? "" }
  func close() { server?.close() }
}

extension DocumentedReply {
  /// The recorded request, with the bench's own names and tokens.
  fileprivate func request(to bench: ParticleBench, _ words: [String: String]) -> Request {
    let own = [
      ("https://api.particle.io", bench.url), ("e00fce68aabbccddeeff0011", bench.device),
      ("5f0011223344556677889900", words["HOOK"] ?? "5f0011223344556677889900"),
      ("5f00aa11bb22cc33dd44ee55", words["BINARY"] ?? "5f00aa11bb22cc33dd44ee55"),
    ]
    let named = { (text: String) in own.reduce(text) { $0.replacing($1.0, with: $1.1) } }
    var asked = exchange.request
    asked.url = named(asked.url)
    if let text = asked.body?.text { asked.body?.bytes = Array(named(text).utf8) }
    return asked.request { name in
      secret(name, bench, words).map { Secret($0, name: name) }
    }
  }

  private func secret(
    _ name: String, _ bench: ParticleBench, _ words: [String: String]
  ) -> String? {
    switch name {
    case "particle.access_token":
      given.contains("wrong token") ? String(repeating: "0", count: 40) : bench.token
    case "particle.other_token": String(bench.token.reversed())
    case "particle.client_secret": Base64.encode(Array("mine:practice".utf8))
    case "particle.password": given.contains("wrong password") ? "wrong" : "practice"
    case "particle.mfa_token": words["MFA"]
    case "particle.otp": "123456"
    case "e-mail": "practice@example.com"
    default: nil
    }
  }
}
