import Core
import Testing

@testable import HTTP

@Suite("streaming") struct TransportStreamTests {
  private let transport = Transport.live(userAgent: "footbridge/test")

  private func open(_ url: String) -> AsyncThrowingStream<StreamPart, any Error>.AsyncIterator {
    transport.stream(Request(.get, MaskedText(url))).makeAsyncIterator()
  }

  /// All parts that come, in words.
  private func parts(_ stream: AsyncThrowingStream<StreamPart, any Error>) async throws -> [String]
  {
    var parts: [String] = []
    for try await part in stream { parts.append(part.words) }
    return parts
  }

  @Test("events come whole, however the bytes were cut, and the server's end is the end")
  func chunks() async throws {
    try await LoopbackServer.attended { server, visits in
      var stream = open(server.url)
      let visit = try #require(await visits.next())
      visit.begin(200, [("Content-Type", "text/plain")])
      #expect(try await stream.next()?.words == "opened")
      try await visit.send(":ok\n\nevent: tempera".utf8)
      #expect(try await stream.next()?.words == "pulse")
      #expect(try await stream.next()?.words == "pulse")
      let text = Array("ture\ndata: {\"data\":\"25 °C\"}\n\n\n".utf8)
      let degree = try #require(text.firstIndex(of: 0xC2))
      try await visit.send(text[...degree])
      try await visit.send(text[(degree + 1)...])
      #expect(try await stream.next()?.words == "event temperature={\"data\":\"25 °C\"}")
      #expect(try await stream.next()?.words == "pulse")
      visit.end()
      #expect(try await stream.next() == nil)
    }
  }

  @Test("an answer other than 200 is a refusal, told in full, and then the end")
  func refused() async throws {
    let told = try await LoopbackServer.run({ $0.reply(401, [], "{\"error\":\"no\"}") }) { server in
      try await parts(transport.stream(Request(.get, MaskedText(server.url))))
    }
    #expect(told == ["refused 401 {\"error\":\"no\"}"])
  }

  @Test("an open stream outlives the request's time limit, which holds until it is open")
  func timeLimit() async throws {
    try await LoopbackServer.attended { server, visits in
      let limit = Duration.seconds(5)
      var open = transport.stream(Request(.get, MaskedText(server.url), timeout: limit))
        .makeAsyncIterator()
      let visit = try #require(await visits.next())
      visit.begin()
      #expect(try await open.next()?.words == "opened")
      // A second stream is opened after the first and runs into the limit; the first must not.
      var mute = transport.stream(Request(.get, MaskedText(server.url), timeout: limit))
        .makeAsyncIterator()
      await #expect(throws: WireError.timedOut(host: "127.0.0.1:\(server.port)", after: limit)) {
        try await mute.next()
      }
      try await visit.send("data: late\n\n".utf8)
      #expect(try await open.next()?.words == "event =late")
    }
  }

  @Test("ending the iteration hangs up")
  func leaving() async throws {
    try await LoopbackServer.attended { server, visits in
      let reading = Task { [transport, url = server.url] in
        for try await part in transport.stream(Request(.get, MaskedText(url))) {
          if case .event = part { break }
        }
      }
      let visit = try #require(await visits.next())
      visit.begin()
      try await visit.send("data: 1\n\n".utf8)
      try await reading.value
      try await visit.hungUp()
    }
  }

  @Test("cancelling the reader's task ends the iteration and hangs up")
  func cancelled() async throws {
    try await LoopbackServer.attended { server, visits in
      let reading = Task { [transport, url = server.url] in
        try await parts(transport.stream(Request(.get, MaskedText(url))))
      }
      let visit = try #require(await visits.next())
      visit.begin()
      reading.cancel()
      #expect(try await reading.value.allSatisfy { $0 == "opened" })
      try await visit.hungUp()
    }
  }

  @Test("a stream that nobody reads is closed when it is full, and says so")
  func overflow() async throws {
    try await LoopbackServer.attended { server, visits in
      let stream = transport.stream(Request(.get, MaskedText(server.url)))
      let visit = try #require(await visits.next())
      visit.begin()
      let limit = Transport.streamBufferLimit
      try await visit.send(String(repeating: "\n", count: limit + 1).utf8)
      try await visit.hungUp()
      var count = 0
      await #expect(
        throws: WireError.streamOverflow(host: "127.0.0.1:\(server.port)", limit: limit)
      ) {
        for try await _ in stream { count += 1 }
      }
      #expect(count == limit)
    }
  }

  @Test("an event without end is refused")
  func endless() async throws {
    try await LoopbackServer.attended { server, visits in
      let stream = transport.stream(Request(.get, MaskedText(server.url)))
      let visit = try #require(await visits.next())
      visit.begin()
      let limit = ServerSentEventParser.eventLimitBytes
      let feeding = Task { try await visit.send(Array(repeating: 0x61, count: limit + 1)) }
      await #expect(
        throws: WireError.bodyTooLarge(host: "127.0.0.1:\(server.port)", limitBytes: limit)
      ) {
        for try await _ in stream {}
      }
      _ = await feeding.result
    }
  }

  @Test("a stream that breaks off throws, as does one that cannot be opened or may not be")
  func broken() async throws {
    try await LoopbackServer.attended { server, visits in
      var stream = open(server.url)
      let visit = try #require(await visits.next())
      visit.begin()
      #expect(try await stream.next()?.words == "opened")
      visit.reset()
      await #expect(throws: WireError.self) { try await stream.next() }
    }
    let port = try await LoopbackServer.run({ _ in }) { $0.port }
    var nobody = open("http://127.0.0.1:\(port)")
    await #expect(throws: WireError.self) { try await nobody.next() }
    var plain = open("http://example.com")
    await #expect(throws: WireError.plainHTTP(host: "example.com")) { try await plain.next() }
  }

  @Test("a stream keeps flowing when its transport is gone")
  func orphan() async throws {
    try await LoopbackServer.attended { server, visits in
      var stream = Transport.live(userAgent: "brief").stream(Request(.get, MaskedText(server.url)))
        .makeAsyncIterator()
      let visit = try #require(await visits.next())
      visit.begin()
      try await visit.send("data: 1\n\n".utf8)
      #expect(try await stream.next()?.words == "opened")
      #expect(try await stream.next()?.words == "event =1")
    }
  }

  @Test("requests go on beside an open stream")
  func beside() async throws {
    try await LoopbackServer.attended { server, visits in
      var stream = open(server.url)
      let visit = try #require(await visits.next())
      visit.begin()
      #expect(try await stream.next()?.words == "opened")
      let request = Request(.get, MaskedText(server.url))
      async let reply = transport.send(request)
      try #require(await visits.next()).reply(204)
      #expect(try await reply.status == 204)
      try await visit.send("data: 1\n\n".utf8)
      #expect(try await stream.next()?.words == "event =1")
    }
  }
}
