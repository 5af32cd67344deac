import Core
import Testing

@testable import HTTP

@Suite("a request made ready") struct CurlRequestTests {
  private let token = Secret("s3cr3t-t0ken/+=", name: "blynk.auth_token")

  private func encode(_ request: Request, network: NetworkSettings = .init()) throws -> CurlRequest
  {
    try CurlRequest(request, userAgent: "me", network: network)
  }

  @Test(
    "plain HTTP goes to this machine only",
    arguments: ["http://example.com/", "http://127.0.0.1.example.com", "HTTP://10.0.0.1:80/x"])
  func plainHTTP(url: String) throws {
    let error = #expect(throws: WireError.self) { try encode(Request(.get, MaskedText(url))) }
    guard case .plainHTTP = error else {
      Issue.record("it was \(String(describing: error))")
      return
    }
  }

  @Test(
    "these are this machine, in plain HTTP too",
    arguments: [
      "http://localhost:1", "http://127.0.0.1", "http://127.1/x", "http://[::1]:8080/",
      "http://[0:0:0:0:0:0:0:1]/", "https://LOCALHOST/",
    ])
  func loopback(url: String) throws {
    #expect(try encode(Request(.get, MaskedText(url))).isLoopback)
  }

  @Test(
    "what is no address is refused",
    arguments: [
      "", "nothing", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "https://a b/",
      "https://host/\r\nX: y", "https://host:99999/", "http://127.0.0.1@example.com/",
      "https://user:password@example.com/",
    ])
  func malformed(url: String) throws {
    let error = #expect(throws: WireError.self) { try encode(Request(.get, MaskedText(url))) }
    guard case .malformedURL = error else {
      Issue.record("it was \(String(describing: error))")
      return
    }
  }

  @Test("an address that is refused is shown without its query and its secrets")
  func malformedIsVeiled() throws {
    let url: MaskedText = "ftp://host/\(token)/x?plain=\(token)"
    #expect(throws: WireError.malformedURL("ftp://host/‹blynk.auth_token›/x")) {
      try encode(Request(.get, url))
    }
  }

  @Test(
    "a query joins the one that is there",
    arguments: [
      ("https://h/p", "https://h/p?a=1"), ("https://h/p?", "https://h/p?a=1"),
      ("https://h/p?b", "https://h/p?b&a=1"), ("https://h/p?b&", "https://h/p?b&a=1"),
      ("https://h/p?b#part", "https://h/p?b&a=1"), ("https://h", "https://h?a=1"),
    ])
  func query(url: String, whole: String) throws {
    let request = Request(.get, MaskedText(url), query: [QueryItem("a", "1")])
    #expect(try encode(request).url == whole)
  }

  @Test("a secret is opened, and encoded where it must be")
  func opened() throws {
    let request = Request(
      .post, "https://h/p", query: [QueryItem("token", MaskedText(token)), QueryItem("V1")],
      headers: [HeaderField("Authorization", "Bearer \(token)")],
      body: .form([QueryItem("access_token", MaskedText(token))]))
    let ready = try encode(request)
    #expect(ready.url == "https://h/p?token=s3cr3t-t0ken%2F%2B%3D&V1")
    #expect(ready.headerLines.contains("Authorization: Bearer s3cr3t-t0ken/+="))
    #expect(ready.body == Array("access_token=s3cr3t-t0ken%2F%2B%3D".utf8))
  }

  @Test(
    "nothing can smuggle in a header",
    arguments: [
      ("X", "a\r\nY: b"), ("X", "a\nb"), ("X", "a\rb"), ("X", "a\u{0}b"), ("X", "\u{7F}"),
      ("X\r\nY", "a"), ("X Y", "a"), ("X:", "a"), ("", "a"), ("Ü", "a"),
    ])
  func smuggling(name: String, value: String) throws {
    let request = Request(.get, "https://h", headers: [HeaderField(name, MaskedText(value))])
    #expect(throws: WireError.malformedHeader(name: name)) { try encode(request) }
    let typed = Request(
      .post, "https://h", body: .text(contentType: "text/plain\r\nX: y", "a"))
    #expect(throws: WireError.malformedHeader(name: "Content-Type")) { try encode(typed) }
  }

  @Test("limits are whole milliseconds, never the 0 that libcurl takes for none")
  func limits() throws {
    let cases: [(Duration, Int)] = [
      (.zero, 1), (.nanoseconds(1), 1), (.milliseconds(1), 1), (.microseconds(1001), 2),
      (.seconds(30), 30_000), (.seconds(-5), 1), (.seconds(Int64.max), 1_000_000_000_000),
    ]
    for (duration, milliseconds) in cases { #expect(duration.wholeMilliseconds == milliseconds) }
  }

  @Test("it prints as nothing but its host")
  func printed() throws {
    let ready = try encode(
      Request(.get, "https://h/\(token)", query: [QueryItem("V1", "\(token)")]))
    var dumped = ""
    dump(ready, to: &dumped)
    #expect("\(ready)" == "a request to h")
    #expect(!dumped.contains("s3cr3t"))
  }

  @Test("a name and password travel as HTTP Basic, and a part may be bytes")
  func basic() throws {
    var request = Request(.post, "https://h/p")
    request.login = BasicLogin(user: "Aladdin", password: Secret("open sesame", name: "p"))
    request.body = .multipart([Body.Part(name: "f", fileName: "a.bin", bytes: [0, 255, 10])])
    let made = try encode(request)
    // The sample of RFC 7617 §2.
    #expect(made.headerLines.contains("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="))
    #expect(made.body?.firstRange(of: [0, 255, 10]) != nil)
    let echoed = ExchangeExcerpt(request, Response(status: 400, body: Array("open sesame".utf8)))
    #expect(echoed.answer == "‹p›")
    #expect(echoed.withoutAnswer.lines == ["POST https://h/p", "400"])
  }
}
