import Core
import Testing

@testable import HTTP

@Suite("when there is no reply") struct TransportFailureTests {
  private let transport = Transport.live(userAgent: "footbridge/test")

  private func error(_ request: Request) async throws -> WireError? {
    await #expect(throws: WireError.self) { try await transport.send(request) }
  }

  /// A request that the server answers by `act`.
  private func error(
    limit: Int = 4 << 20, _ act: @escaping @Sendable (Visit) -> Void
  ) async throws -> WireError? {
    try await LoopbackServer.run(act) { server in
      try await error(Request(.get, MaskedText(server.url), bodyLimitBytes: limit))
    }
  }

  @Test("a port where nobody listens is unreachable")
  func refused() async throws {
    let port = try await LoopbackServer.run({ _ in }) { $0.port }
    guard
      case .unreachable("127.0.0.1:\(port)", let reason) = try await error(
        Request(.get, "http://127.0.0.1:\(port)"))
    else {
      Issue.record("another error, or none")
      return
    }
    #expect(
      reason.english.contains("Failed to connect") || reason.english.contains("onnection refused"))
  }

  @Test("a reset, a silent goodbye and a reply cut short are unreachable, with libcurl's reason")
  func broken() async throws {
    for act: @Sendable (Visit) -> Void in [
      { $0.reset() }, { $0.hangUp() },
      { visit in
        visit.begin(200, [("Content-Length", "100")])
        visit.hangUp()
      },
    ] {
      guard case .unreachable(_, let reason) = try await error(act) else {
        Issue.record("there was a reply")
        continue
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test("a body of the limit is taken, one byte more is refused")
  func bodyLimit() async throws {
    let exact = try await LoopbackServer.run({ $0.reply(200, [], "0123456789") }) { server in
      try await transport.send(Request(.get, MaskedText(server.url), bodyLimitBytes: 10))
    }
    #expect(exact.text == "0123456789")
    let over = try await error(limit: 9) { $0.reply(200, [], "0123456789") }
    #expect(TransportFailureTests.limit(over) == 9)
    let unannounced = try await error(limit: 9) { visit in
      visit.begin()
      Task { try await visit.send(Array(repeating: 0, count: 1000)) }
    }
    #expect(TransportFailureTests.limit(unannounced) == 9)
  }

  @Test("a head without end is refused")
  func headLimit() async throws {
    let long = (0..<40).map { ("X-\($0)", String(repeating: "x", count: 8000)) }
    let error = try await error { $0.reply(200, long) }
    #expect(TransportFailureTests.limit(error) == ReplyHead.limitBytes)
  }

  private static func limit(_ error: WireError?) -> Int? {
    if case .bodyTooLarge(_, let limit)? = error { limit } else { nil }
  }

  @Test("a server that does not answer is timed out")
  func timeout() async throws {
    try await LoopbackServer.run({ _ in }) { server in
      let error = try await error(Request(.get, MaskedText(server.url), timeout: .milliseconds(40)))
      #expect(error == .timedOut(host: "127.0.0.1:\(server.port)", after: .milliseconds(40)))
    }
  }

  @Test("a server that does not shake hands is timed out by the connect limit")
  func connectTimeout() async throws {
    try await LoopbackServer.silent { port in
      let request = Request(
        .get, "https://127.0.0.1:\(port)", timeout: .seconds(60), connectTimeout: .milliseconds(40))
      let error = try await error(request)
      #expect(error == .timedOut(host: "127.0.0.1:\(port)", after: .milliseconds(40)))
    }
  }

  @Test("a server that does not speak TLS is not trusted")
  func noTLS() async throws {
    try await LoopbackServer.run({ $0.reply() }) { server in
      let error = try await error(Request(.get, "https://127.0.0.1:\(server.port)"))
      guard case .tlsUntrusted("127.0.0.1:\(server.port)", let reason) = error else {
        Issue.record("it was \(String(describing: error))")
        return
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test("a cancelled request throws CancellationError and hangs up")
  func cancelled() async throws {
    try await LoopbackServer.attended { server, visits in
      let request = Request(.get, MaskedText(server.url))
      let sending = Task { [transport] in try await transport.send(request) }
      let visit = try #require(await visits.next())
      sending.cancel()
      await #expect(throws: CancellationError.self) { try await sending.value }
      try await visit.hungUp()
    }
  }

  @Test("a request of a task that is cancelled already is not sent")
  func cancelledBefore() async throws {
    let task = Task { [transport] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try await transport.send(Request(.get, "http://127.0.0.1:1"))
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("a cancellation that overtakes its request ends it all the same")
  func overtaken() async throws {
    try await LoopbackServer.run({ _ in }) { server in
      let request = Request(.get, MaskedText(server.url), timeout: .seconds(600))
      for _ in 0..<200 {
        let sending = Task { [transport] in try await transport.send(request) }
        sending.cancel()
        await #expect(throws: CancellationError.self) { try await sending.value }
      }
    }
  }
}
