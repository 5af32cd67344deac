import Core
import HTTP
import Synchronization
import Testing

@testable import HTTPTestServer

struct PracticeServerTests {
  private let transport = Transport.live(userAgent: "footbridge-tests")

  private func served(
    settings: ServerSettings = ServerSettings(),
    _ handler: @escaping PracticeServer.Handler = { .text(200, "\($0.method) \($0.body.count)") },
    _ body: (String) async throws -> Void
  ) async throws {
    let server = try await PracticeServer.listen(settings: settings, handler: handler)
    do { try await body("http://127.0.0.1:\(server.port)") } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("a body up to the limit is taken, a longer one is answered 413")
  func bodyLimit() async throws {
    var settings = ServerSettings()
    settings.bodyLimitBytes = 1000
    try await served(settings: settings) { url in
      var replies: [String] = []
      for count in [1000, 1001, 1] {
        let text = MaskedText(String(repeating: "x", count: count))
        let reply = try await transport.send(
          Request(.post, MaskedText(url), body: .text(contentType: nil, text)))
        replies.append("\(reply.status) \(reply.text)")
      }
      #expect(replies == ["200 POST 1000", "413 ", "200 POST 1"])
    }
  }

  @Test("requests on one connection are answered in their order")
  func keptAlive() async throws {
    try await served { url in
      var connections = 0
      for count in 0..<20 {
        let text = MaskedText(String(repeating: "x", count: count))
        let reply = try await transport.send(
          Request(.put, MaskedText(url), body: .text(contentType: nil, text)))
        #expect(reply.text == "PUT \(count)")
        connections += reply.timings.connections
      }
      #expect(connections == 1)
    }
  }

  @Test("a reply without a body has none, and the connection lives on")
  func noBody() async throws {
    try await served({ _ in .empty(204) }) { url in
      for _ in 0..<2 {
        let reply = try await transport.send(Request(.delete, MaskedText(url)))
        #expect(reply.status == 204)
        #expect(reply.body.isEmpty)
        #expect(reply.header("content-length") == nil)
      }
    }
  }

  @Test("a dropped request gets no answer at all")
  func dropped() async throws {
    try await served({ _ in .dropped }) { url in
      await #expect(throws: WireError.self) {
        try await transport.send(Request(.get, MaskedText(url)))
      }
    }
  }

  @Test("a client that leaves ends the source of its stream")
  func leaving() async throws {
    let (endings, ended) = AsyncStream.makeStream(of: Void.self)
    let handler: PracticeServer.Handler = { _ in
      let (chunks, line) = AsyncStream.makeStream(of: [UInt8].self)
      line.onTermination = { _ in ended.yield() }
      line.yield(Array(":ok\n\n".utf8))
      return .stream(headers: [("Content-Type", "text/event-stream")], chunks: chunks)
    }
    try await served(handler) { url in
      let reading = Task {
        for try await _ in transport.stream(Request(.get, MaskedText(url))) { return }
      }
      try await reading.value
      var iterator = endings.makeAsyncIterator()
      #expect(await iterator.next() != nil)
    }
  }

  @Test("stopping closes the port and every stream")
  func stopping() async throws {
    let server = try await PracticeServer.listen { _ in
      let (chunks, line) = AsyncStream.makeStream(of: [UInt8].self)
      line.yield(Array(":ok\n\n".utf8))
      return .stream(headers: [("Content-Type", "text/event-stream")], chunks: chunks)
    }
    let url = MaskedText("http://127.0.0.1:\(server.port)")
    var parts = transport.stream(Request(.get, url)).makeAsyncIterator()
    _ = try await parts.next()
    await server.stop()
    // A stream that is cut off inside a chunk may end with an error; it must end.
    while (try? await parts.next()) != nil {}
    await #expect(throws: WireError.self) { try await transport.send(Request(.get, url)) }
  }

  @Test("a port that is taken is refused")
  func taken() async throws {
    let server = try await PracticeServer.listen { _ in .empty(204) }
    await #expect(throws: (any Error).self) {
      try await PracticeServer.listen(port: server.port) { _ in .empty(204) }
    }
    await server.stop()
  }
}
