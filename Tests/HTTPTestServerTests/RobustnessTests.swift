import Core
import HTTP
import TestSupport
import Testing

@testable import HTTPTestServer

/// What a server does with clients that know no manners. It must live on, and keep nothing of them.
@Suite("Robustness")
struct RobustnessTests {
  private func served(
    settings: ServerSettings = ServerSettings(),
    _ handler: @escaping PracticeServer.Handler = { _ in .text(200, "well") },
    _ body: (PracticeServer) async throws -> Void
  ) async throws {
    let server = try await PracticeServer.listen(settings: settings, handler: handler)
    do { try await body(server) } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private static let wellBehaved = Array(
    "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)

  @Test(
    "a request that is wrong as HTTP is answered 4xx, or not at all",
    arguments: MalformedRequests.all.indices)
  func malformed(index: Int) async throws {
    let (what, bytes) = MalformedRequests.all[index]
    try await served { server async throws in
      let answer = try await RawClient.say(bytes, to: server.port)
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 4"), "\(what): \(answer.prefix(80))")
      let next = try await RawClient.say(Self.wellBehaved, to: server.port)
      #expect(next.hasSuffix("well"), "after \(what)")
    }
  }

  @Test("a refusal reaches a client that sends its whole huge body first")
  func refusalArrives() async throws {
    let body = String(repeating: "a", count: 20 << 20)
    let head = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
    let bytes = Array((head + body).utf8)
    try await served { server async throws in
      let answer = try await RawClient.say(bytes, to: server.port)
      #expect(answer.hasPrefix("HTTP/1.1 413 "))
    }
  }

  @Test("a body that does not come to its end is answered 408")
  func slowBody() async throws {
    var settings = ServerSettings()
    settings.requestTimeout = .milliseconds(20)
    settings.lingerTimeout = .milliseconds(20)
    try await served(settings: settings) { server async throws in
      let bytes = Array("POST / HTTP/1.1\r\nHost: [::1]:80\r\nContent-Length: 9\r\n\r\nabc".utf8)
      let answer = try await RawClient.say(bytes, to: server.port)
      #expect(answer.hasPrefix("HTTP/1.1 408 "))
    }
  }

  @Test("bodies that are too much together are not taken, until those under way are answered")
  func bodies() async throws {
    var settings = ServerSettings()
    settings.bodiesLimitBytes = 10
    let (began, begin) = AsyncStream.makeStream(of: Void.self)
    let (gate, go) = AsyncStream.makeStream(of: Void.self)
    try await served(settings: settings) { request in
      begin.yield()
      if request.path == "/held" { for await _ in gate { break } }
      return .text(200, "well")
    } _: { server async throws in
      let held = Task {
        try await RawClient.say(Self.posting("/held", "12345678"), to: server.port)
      }
      for await _ in began { break }
      #expect(try await RawClient.say(Self.posting("/", "123"), to: server.port) == "")
      #expect(try await RawClient.say(Self.posting("/", "12"), to: server.port).hasSuffix("well"))
      go.yield()
      #expect(try await held.value.hasSuffix("well"))
      await server.drained()
      #expect(try await RawClient.say(Self.posting("/", "12345678"), to: server.port) != "")
    }
  }

  private static func posting(_ path: String, _ body: String) -> [UInt8] {
    let length = "Content-Length: \(body.utf8.count)\r\n"
    let headers = "Host: localhost\r\nConnection: close\r\n\(length)"
    return Array("POST \(path) HTTP/1.1\r\n\(headers)\r\n\(body)".utf8)
  }

  @Test("a head that does not come to its end is not waited for")
  func slowHead() async throws {
    var settings = ServerSettings()
    settings.idleTimeout = .milliseconds(20)
    try await served(settings: settings) { server async throws in
      #expect(try await RawClient.say(Array("GET / HTTP/1.1\r\nX:".utf8), to: server.port) == "")
    }
  }

  @Test("a connection too many is closed at once, and welcome when there is room again")
  func connectionLimit() async throws {
    var settings = ServerSettings()
    settings.connectionLimit = 1
    let transport = Transport.live(userAgent: "footbridge-tests")
    try await served(settings: settings) { _ in
      let (chunks, line) = AsyncStream.makeStream(of: [UInt8].self)
      line.yield(Array(":ok\n\n".utf8))
      return .stream(headers: [], chunks: chunks)
    } _: { server async throws in
      let url = MaskedText("http://127.0.0.1:\(server.port)")
      let reading = Task {
        for try await _ in transport.stream(Request(.get, url)) {
          return try await RawClient.say(Self.wellBehaved, to: server.port)
        }
        return "no stream"
      }
      #expect(try await reading.value == "")
      await server.drained()
      #expect(server.connectionCount == 0)
      var parts = transport.stream(Request(.get, url)).makeAsyncIterator()
      guard case .opened = try await parts.next() else {
        Issue.record("no room")
        return
      }
    }
  }

  @Test("two hundred streams opened and closed leave no connection and no source behind")
  func openAndClose() async throws {
    let (endings, ended) = AsyncStream.makeStream(of: Void.self)
    let transport = Transport.live(userAgent: "footbridge-tests")
    try await served { _ in
      let (chunks, line) = AsyncStream.makeStream(of: [UInt8].self)
      line.onTermination = { _ in ended.yield() }
      line.yield(Array(":ok\n\n".utf8))
      return .stream(headers: [("Content-Type", "text/event-stream")], chunks: chunks)
    } _: { server async throws in
      let url = MaskedText("http://127.0.0.1:\(server.port)")
      for _ in 0..<200 {
        for try await part in transport.stream(Request(.get, url)) {
          if case .pulse = part { break }
        }
      }
      await server.drained()
      #expect(server.connectionCount == 0)
      var seen = 0
      for await _ in endings {
        seen += 1
        if seen == 200 { break }
      }
    }
  }
}
