import Core
import Foundation
import Testing

@testable import HTTP

@Suite("a request as a curl command") struct RequestCurlTests {
  private static let token = Secret("s3cr3t-t0ken", name: "particle.access_token")

  @Test(
    "this request is that command",
    arguments: [
      (Request(.get, "https://h/p"), "curl https://h/p"),
      (
        Request(
          .get, "https://h/p", query: [QueryItem("token", MaskedText(token)), QueryItem("V16")]),
        #"curl "https://h/p?token=$PARTICLE_ACCESS_TOKEN&V16""#
      ),
      (
        Request(.get, "https://h/p?a", query: [QueryItem("b c", "d'e")]),
        "curl 'https://h/p?a&b%20c=d%27e'"
      ),
      (Request(.get, "http://[::1]:80/"), "curl --globoff 'http://[::1]:80/'"),
      (Request(.post, "https://h"), "curl -X POST https://h -d ''"),
      (Request(.delete, "https://h"), "curl -X DELETE https://h"),
      (
        Request(
          .get, "https://h",
          headers: [HeaderField("Authorization", "Bearer \(token)"), HeaderField("X", "")]),
        #"curl https://h -H "Authorization: Bearer $PARTICLE_ACCESS_TOKEN" -H 'X;'"#
      ),
      (
        Request(.put, "https://h", body: .json(#"{"a":"it's","t":"\#(token)"}"#)),
        #"curl -X PUT https://h -H 'Content-Type: application/json' --data-raw "#
          + #"'{"a":"it'\''s","t":"'"$PARTICLE_ACCESS_TOKEN"'"}'"#
      ),
      (
        Request(
          .post, "https://h",
          body: .form([QueryItem("a", "1 2"), QueryItem("t", MaskedText(token)), QueryItem("@f")])),
        #"curl -X POST https://h --data-urlencode 'a=1 2' --data-urlencode "#
          + #""t=$PARTICLE_ACCESS_TOKEN" --data-raw %40f"#
      ),
      (
        Request(.post, "https://h", body: .text(contentType: nil, "a\n'b\u{1}1")),
        #"curl -X POST https://h -H Content-Type: --data-raw $'a\n\'b\0011'"#
      ),
      (
        Request(.get, "https://\(token)x/\(token):y"),
        #"curl https://"$PARTICLE_ACCESS_TOKEN"x/"$PARTICLE_ACCESS_TOKEN":y"#
      ),
      (
        loggingIn, #"curl -X POST https://h -u "me:$PARTICLE_ACCESS_TOKEN" -F 'f=@a.bin'"#
      ),
    ] as [(Request, String)])
  func commands(request: Request, command: String) {
    #expect(request.asCurl() == command)
  }

  private static var loggingIn: Request {
    var request = Request(
      .post, "https://h",
      body: .multipart([Body.Part(name: "f", fileName: "a.bin", bytes: [0])]))
    request.login = BasicLogin(user: "me", password: token)
    return request
  }

  @Test("a command run by a shell sends what the transport sends", arguments: bodies)
  func same(body: Body) async throws {
    try await LoopbackServer.attended { server, visits in
      let request = Request(
        .post, MaskedText(server.url + "/a"), query: [QueryItem("q", "'\"$x`!\\ é")],
        headers: [
          HeaderField("X-Odd", "'\"$HOME `x` !1 \\ *"), HeaderField("X-T", "\(Self.token)"),
        ],
        body: body)
      async let reply = Transport.live(userAgent: "a").send(request)
      let ours = try #require(await visits.next())
      ours.reply()
      _ = try await reply
      async let status = shell(request.asCurl() + " -s -A a -H Expect:")
      let theirs = try #require(await visits.next())
      theirs.reply()
      #expect(try await status == 0)
      #expect(theirs.uri == ours.uri)
      #expect(theirs.method == ours.method)
      for name in ["x-odd", "x-t"] { #expect(theirs.header(name) == ours.header(name)) }
      if case .multipart = body { return }
      // The tool writes a form's space as `+`; a plus sign of the value's own is `%2B` in both.
      #expect(theirs.text.replacing("+", with: "%20") == ours.text)
      #expect(theirs.header("content-type") == ours.header("content-type"))
    }
  }

  private static let bodies: [Body] = [
    .json("{\"a\":\"'$(x)\\n\"}"), .json("accent after a quote: '\u{301}; `x`"),
    .text(contentType: nil, "two\nlines\t'\u{1}2\\"),
    .form([QueryItem("a b", "c d"), QueryItem("t", MaskedText(token)), QueryItem("e", "ü&=+")]),
    .multipart([
      .init(name: "file", fileName: "a.ino", content: "int a = '\\n';\nint b;"),
      .init(name: "t", content: MaskedText(token)),
    ]),
  ]

  @Test("a multipart command carries names, file names and contents")
  func multipart() async throws {
    try await LoopbackServer.attended { server, visits in
      let file = "#include \"x\"\nint a = '%\\n';\n"
      let request = Request(
        .post, MaskedText(server.url),
        body: .multipart([
          .init(name: "file", fileName: "a.ino", content: MaskedText(file)),
          .init(name: "t", content: MaskedText(Self.token)),
        ]))
      async let status = shell(request.asCurl() + " -s")
      let visit = try #require(await visits.next())
      visit.reply()
      #expect(try await status == 0)
      #expect(visit.text.contains("name=\"file\"; filename=\"a.ino\"\r\n"))
      #expect(visit.text.contains("\r\n\r\n\(file)\r\n"))
      #expect(visit.text.contains("name=\"t\"\r\n\r\ns3cr3t-t0ken\r\n"))
    }
  }

  /// Runs a command with the token in its environment, as a person would have it.
  private func shell(_ command: String) async throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", command]
    process.environment = [
      "PARTICLE_ACCESS_TOKEN": Self.token.open(), "PATH": "/usr/bin:/bin:/usr/local/bin",
    ]
    return try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
  }
}
