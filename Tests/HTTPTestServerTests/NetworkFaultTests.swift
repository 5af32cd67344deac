import Core
import HTTP
import Testing

@testable import HTTPTestServer

struct NetworkFaultTests {
  private let body = #"{"ok":true,"name":"practice"}"#

  /// A server behind a line with that fault, which must be well for the next client.
  private func served(
    _ fault: NetworkFault, _ test: (MaskedText, Transport) async throws -> Void
  ) async throws {
    let handler = NetworkFault.between(answer) { $0.path == "/well" ? nil : fault }
    let transport = Transport.live(userAgent: "footbridge-tests")
    let server = try await PracticeServer.listen(handler: handler)
    do { try await test(MaskedText("http://127.0.0.1:\(server.port)"), transport) } catch {
      await server.stop()
      throw error
    }
    #expect(
      try await transport.send(Request(.get, MaskedText("http://127.0.0.1:\(server.port)/well")))
        .status
        == 200)
    await server.stop()
  }

  private func answer(_ request: PracticeRequest) -> PracticeReply {
    guard request.path == "/events" else { return .json(200, JSONValue(parsing: body) ?? .null) }
    let (chunks, line) = AsyncStream.makeStream(of: [UInt8].self)
    for chunk in [":ok\n\n", "event: a\ndata: 1\n\n", "event: b\ndata: 2\n\n"] {
      line.yield(Array(chunk.utf8))
    }
    line.finish()
    return .stream(headers: [("Content-Type", "text/event-stream")], chunks: chunks)
  }

  @Test(
    "a reset and a cut reply give no reply at all",
    arguments: [
      NetworkFault.connectionReset, .truncatedBody,
    ])
  func noReply(fault: NetworkFault) async throws {
    try await served(fault) { url, transport async throws in
      let error = await #expect(throws: WireError.self) {
        try await transport.send(Request(.get, url))
      }
      guard case .unreachable = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test("a stalled request ends with the client's own patience")
  func stall() async throws {
    try await served(.stall) { url, transport async throws in
      let host = String("\(url)".dropFirst(7))
      await #expect(throws: WireError.timedOut(host: host, after: .milliseconds(50))) {
        try await transport.send(Request(.get, url, timeout: .milliseconds(50)))
      }
    }
  }

  @Test("an oversized body is the cloud's own with spaces after it, and too much for a client")
  func oversized() async throws {
    try await served(.oversizedBody) { url, transport async throws in
      let host = String("\(url)".dropFirst(7))
      await #expect(throws: WireError.bodyTooLarge(host: host, limitBytes: 4 << 20)) {
        try await transport.send(Request(.get, url))
      }
      let reply = try await transport.send(Request(.get, url, bodyLimitBytes: 32 << 20))
      #expect(reply.body.count == ReplyWriter.oversizeBytes + body.utf8.count)
      #expect(reply.body.starts(with: body.utf8))
    }
  }

  @Test("a page of HTML comes in place of JSON")
  func errorPage() async throws {
    try await served(.errorPage) { url, transport async throws in
      let reply = try await transport.send(Request(.get, url))
      #expect(reply.status == 502)
      #expect(reply.header("content-type") == "text/html")
      #expect(JSONValue(parsing: reply.body) == nil)
    }
  }

  @Test("a half-open stream opens and then tells nothing; whole replies are left alone")
  func halfOpen() async throws {
    try await served(.halfOpenStream) { url, transport async throws in
      #expect(try await transport.send(Request(.get, url)).text == body)
      var seen: [String] = []
      for try await part in transport.stream(Request(.get, url + MaskedText("/events"))) {
        seen.append(Self.word(part))
      }
      #expect(seen == ["opened", "pulse", "pulse"])
    }
  }

  @Test("a cut stream ends with an error inside an event")
  func cutStream() async throws {
    try await served(.truncatedBody) { url, transport async throws in
      var seen: [String] = []
      await #expect(throws: WireError.self) {
        for try await part in transport.stream(Request(.get, url + MaskedText("/events"))) {
          seen.append(Self.word(part))
        }
      }
      #expect(seen == ["opened", "pulse", "pulse"])
    }
  }

  @Test("an event without an end is too much for a client")
  func endlessEvent() async throws {
    try await served(.oversizedBody) { url, transport async throws in
      var seen: [String] = []
      let error = await #expect(throws: WireError.self) {
        for try await part in transport.stream(Request(.get, url + MaskedText("/events"))) {
          seen.append(Self.word(part))
        }
      }
      #expect(seen == ["opened", "pulse", "pulse"])
      guard case .bodyTooLarge = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test(
    "the log tells what a client got",
    arguments: [
      (NetworkFault.connectionReset, Int?.none), (.stall, nil), (.errorPage, 502),
      (.requestBlocked, 403), (.captivePortal, 302), (.proxyRefused, 407),
      (.truncatedBody, 200), (.oversizedBody, 200), (.halfOpenStream, 200),
    ])
  func status(fault: NetworkFault, status: Int?) async {
    let handler = NetworkFault.between(answer) { _ in fault }
    let reply = await handler(PracticeRequest(method: "GET", target: "/"))
    #expect(reply.status == status)
  }

  private static func word(_ part: StreamPart) -> String {
    switch part {
    case .opened: "opened"
    case .refused: "refused"
    case .event(let event): event.name
    case .pulse: "pulse"
    }
  }
}
