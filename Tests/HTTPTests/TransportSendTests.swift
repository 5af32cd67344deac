import Core
import Testing

@testable import HTTP

@Suite("sending") struct TransportSendTests {
  private let transport = Transport.live(userAgent: "footbridge/test")

  private func echo(_ request: (String) -> Request) async throws -> Response {
    try await LoopbackServer.run({ visit in
      let lines = visit.headers.map { "\($0.name): \($0.value)" }
      visit.reply(
        200, [("X-Method", visit.method)],
        ([visit.uri] + lines.sorted() + ["", visit.text]).joined(separator: "\n"))
    }) { try await transport.send(request($0.url)) }
  }

  @Test("a request arrives with its query encoded and its own headers")
  func query() async throws {
    let reply = try await echo {
      Request(
        .get, MaskedText($0 + "/path?old=1"),
        query: [QueryItem("a b", "c&d=é+"), QueryItem("V16")],
        headers: [HeaderField("X-One", "1"), HeaderField("X-Empty", "")])
    }
    #expect(
      reply.text.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.hasPrefix("Host:")
      } == [
        "/path?old=1&a%20b=c%26d%3D%C3%A9%2B&V16", "Accept: */*", "User-Agent: footbridge/test",
        "X-Empty: ", "X-One: 1", "", "",
      ])
    #expect(reply.status == 200)
    #expect(reply.header("x-method") == "GET")
  }

  @Test(
    "each method arrives as itself, with and without a body", arguments: Request.Method.allCases)
  func methods(method: Request.Method) async throws {
    let bare = try await echo { Request(method, MaskedText($0)) }
    #expect(bare.header("X-Method") == method.rawValue)
    #expect(bare.text.contains("content-length: 0") == false)
    #expect(bare.text.contains("Content-Length: 0") == method.wantsBody)
    #expect(!bare.text.contains("Content-Type"))
    let full = try await echo { Request(method, MaskedText($0), body: .json("{\"a\":1}")) }
    #expect(full.header("X-Method") == method.rawValue)
    #expect(full.text.hasSuffix("\n\n{\"a\":1}"))
    #expect(full.text.contains("Content-Type: application/json\n"))
  }

  @Test("a form is encoded, text is as it was, an empty text has no type of its own")
  func bodies() async throws {
    let form = try await echo {
      Request(
        .post, MaskedText($0),
        body: .form([QueryItem("a", "1 2"), QueryItem("b&", "ü"), QueryItem("c")]))
    }
    #expect(form.text.hasSuffix("\n\na=1%202&b%26=%C3%BC&c"))
    #expect(form.text.contains("Content-Type: application/x-www-form-urlencoded\n"))
    let text = try await echo {
      Request(.put, MaskedText($0), body: .text(contentType: nil, "a\r\nb\u{0}c"))
    }
    #expect(text.text.hasSuffix("\n\na\r\nb\u{0}c"))
    #expect(!text.text.contains("Content-Type"))
    let empty = try await echo { Request(.post, MaskedText($0), body: .text(contentType: nil, "")) }
    #expect(empty.text.contains("Content-Length: 0\n"))
  }

  @Test("a header of the request wins over the one its body would set")
  func ownHeaders() async throws {
    let reply = try await echo {
      Request(
        .post, MaskedText($0),
        headers: [HeaderField("content-type", "text/x"), HeaderField("user-agent", "me")],
        body: .json("1"))
    }
    #expect(reply.text.contains("content-type: text/x\n"))
    #expect(reply.text.contains("user-agent: me\n"))
    #expect(!reply.text.contains("application/json") && !reply.text.contains("footbridge"))
  }

  @Test("a long body goes out at once, and comes back whole")
  func longBody() async throws {
    let long = String(repeating: "0123456789abcdef", count: 1 << 17)
    let reply = try await echo {
      Request(.post, MaskedText($0), body: .text(contentType: "text/plain", MaskedText(long)))
    }
    #expect(reply.text.hasSuffix(long))
    #expect(!reply.text.lowercased().contains("expect:"))
  }

  @Test("a redirect comes back as it is")
  func redirect() async throws {
    try await LoopbackServer.run({ visit in
      visit.reply(308, [("Location", "http://127.0.0.1:1/elsewhere")], "moved")
    }) { server in
      let reply = try await transport.send(Request(.get, MaskedText(server.url)))
      #expect(reply.status == 308)
      #expect(reply.header("location") == "http://127.0.0.1:1/elsewhere")
      #expect(reply.text == "moved")
    }
  }

  @Test("the second request goes over the first one's connection")
  func keptAlive() async throws {
    try await LoopbackServer.run({ $0.reply() }) { server in
      let request = Request(.get, MaskedText(server.url))
      let first = try await transport.send(request).timings
      let second = try await transport.send(request).timings
      #expect(first.connections == 1)
      #expect(second.connections == 0)
      #expect(second.connect == second.dns)
      for times in [first, second] {
        #expect(times.tls == 0)
        #expect(
          [times.dns, times.connect, times.firstByte, times.total].allSatisfy { $0 > 0 }
            && times.dns <= times.connect && times.connect <= times.firstByte
            && times.firstByte <= times.total)
      }
    }
  }

  @Test("300 requests side by side each get their own reply")
  func manyAtOnce() async throws {
    try await LoopbackServer.run({ $0.reply(200, [], $0.uri) }) { server in
      try await withThrowingTaskGroup(of: (Int, String).self) { group in
        for number in 0..<300 {
          group.addTask {
            let reply = try await transport.send(
              Request(.get, MaskedText("\(server.url)/\(number)")))
            return (number, reply.text)
          }
        }
        var replies: [Int: String] = [:]
        for try await (number, text) in group { replies[number] = text }
        #expect(replies == Dictionary(uniqueKeysWithValues: (0..<300).map { ($0, "/\($0)") }))
      }
    }
  }

  @Test("when the transport goes, its connections are closed")
  func end() async throws {
    try await LoopbackServer.attended { server, visits in
      let reply = Task { [url = server.url] in
        try await Transport.live(userAgent: "brief").send(Request(.get, MaskedText(url))).status
      }
      let visit = try #require(await visits.next())
      visit.reply()
      #expect(try await reply.value == 200)
      try await visit.hungUp()
    }
  }
}
