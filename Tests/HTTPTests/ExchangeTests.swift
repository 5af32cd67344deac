import Core
import Synchronization
import Testing

@testable import HTTP

@Suite("what was sent is told") struct ExchangeTests {
  private static let token = Secret("s3cr3t-t0ken", name: "blynk.auth_token")

  /// Keeps what the transport tells.
  private final class ExchangeExcerpt: Sendable {
    private let exchanges = Mutex<[Exchange]>([])
    func see(_ exchange: Exchange) { exchanges.withLock { $0.append(exchange) } }
    var all: [Exchange] { exchanges.withLock { $0 } }
    var words: [String] {
      all.map { exchange in
        switch exchange.outcome {
        case .status(let status): "\(status)"
        case .failed: "failed"
        case .cancelled: "cancelled"
        }
      }
    }
  }

  @Test("replies, failures and cancellations are told once each, before the caller hears")
  func outcomes() async throws {
    let witness = ExchangeExcerpt()
    let transport = Transport.live(userAgent: "me") { witness.see($0) }
    try await LoopbackServer.attended { server, visits in
      let request = Request(.get, MaskedText(server.url))
      // First on a fresh connection: on a reused one libcurl would try once more.
      async let broken = transport.send(request)
      try #require(await visits.next()).hangUp()
      _ = try? await broken
      #expect(witness.words == ["failed"])
      async let reply = transport.send(request)
      try #require(await visits.next()).reply(404)
      _ = try await reply
      #expect(witness.words == ["failed", "404"])
      let cancelled = Task { try await transport.send(request) }
      _ = await visits.next()
      cancelled.cancel()
      _ = await cancelled.result
      #expect(witness.words == ["failed", "404", "cancelled"])
    }
  }

  @Test("a stream is told when it opens, and not again when it ends")
  func stream() async throws {
    let witness = ExchangeExcerpt()
    let transport = Transport.live(userAgent: "me") { witness.see($0) }
    try await LoopbackServer.run({
      $0.begin()
      $0.end()
    }) { server in
      for try await _ in transport.stream(Request(.get, MaskedText(server.url))) {}
    }
    #expect(witness.words == ["200"])
  }

  @Test("what was not sent is not told")
  func unsent() async throws {
    let witness = ExchangeExcerpt()
    let transport = Transport.live(userAgent: "me") { witness.see($0) }
    _ = try? await transport.send(Request(.get, "http://example.com"))
    #expect(witness.words.isEmpty)
  }

  @Test("no secret shows in a request, an exchange, a failure or a curl command")
  func veiled() async throws {
    let witness = ExchangeExcerpt()
    let transport = Transport.live(userAgent: "me") { witness.see($0) }
    let port = try await LoopbackServer.run({ _ in }) { $0.port }
    let request = Request(
      .post, "http://127.0.0.1:\(port)/\(Self.token)?t=\(Self.token)",
      query: [QueryItem("token", MaskedText(Self.token))],
      headers: [HeaderField("X", MaskedText(Self.token))], body: .json("\"\(Self.token)\""))
    let error = await #expect(throws: WireError.self) { try await transport.send(request) }
    var told = "\(request) \(request.asCurl())"
    dump(request, to: &told)
    dump(witness.all, to: &told)
    dump(error, to: &told)
    dump(error?.problem, to: &told)
    #expect(witness.words == ["failed"])
    #expect(told.contains("‹blynk.auth_token›"))
    #expect(!told.contains("s3cr3t"))
  }
}
