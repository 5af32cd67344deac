import Core
import Testing

@testable import HTTP

@Suite("proxy and certificates") struct NetworkSettingsTests {
  private func ready(_ url: MaskedText, _ environment: [String: String]) throws -> CurlRequest {
    try CurlRequest(
      Request(.get, url), userAgent: "me", network: NetworkSettings(environment: environment))
  }

  @Test("the environment says what it says to the curl tool, the lower case first")
  func environment() throws {
    let request = try ready(
      "https://h",
      [
        "HTTPS_PROXY": "http://upper:1", "https_proxy": "http://lower:1",
        "ALL_PROXY": "http://all:1",
        "http_proxy": "http://plain:1", "NO_PROXY": "a,b", "SSL_CERT_FILE": "/ssl.pem",
        "CURL_CA_BUNDLE": "/curl.pem", "SSL_CERT_DIR": "/certs",
      ])
    #expect(request.proxy == "http://lower:1")
    #expect(request.noProxy == "a,b")
    #expect(request.certificateFile == "/curl.pem")
    #expect(request.certificateDirectory == nil)
    #expect(try ready("https://h", ["all_proxy": "socks5h://s:1"]).proxy == "socks5h://s:1")
    #expect(try ready("https://h", ["HTTPS_PROXY": "", "ALL_PROXY": "p"]).proxy == "p")
    #expect(try ready("https://h", ["http_proxy": "http://plain:1"]).proxy == nil)
  }

  /// What is trusted, seen by running the curl tool 7.88.1 against a server with a certificate of
  /// its own: every combination of set, empty and missing. `findings` has the script.
  @Test(
    "of the certificates' variables the first that is set counts alone",
    arguments: [
      (["CURL_CA_BUNDLE": "b", "SSL_CERT_DIR": "d", "SSL_CERT_FILE": "f"], "b", nil),
      (["CURL_CA_BUNDLE": "b", "SSL_CERT_FILE": "f"], "b", nil),
      (["CURL_CA_BUNDLE": "", "SSL_CERT_DIR": "d", "SSL_CERT_FILE": "f"], nil, "d"),
      (["SSL_CERT_DIR": "d", "SSL_CERT_FILE": "f"], nil, "d"),
      (["SSL_CERT_DIR": "", "SSL_CERT_FILE": "f"], "f", nil),
      (["SSL_CERT_FILE": "f"], "f", nil),
      (["SSL_CERT_FILE": "", "SSL_CERT_DIR": "", "CURL_CA_BUNDLE": ""], nil, nil),
    ] as [([String: String], String?, String?)])
  func certificates(environment: [String: String], file: String?, directory: String?) {
    let settings = NetworkSettings(environment: environment)
    #expect(settings.certificateFile == file)
    #expect(settings.certificateDirectory == directory)
  }

  @Test("a proxy's password shows as a name", arguments: ["http://", ""])
  func password(scheme: String) throws {
    let environment = ["https_proxy": "\(scheme)user:p@ss@host:1"]
    let settings = NetworkSettings(environment: environment)
    #expect("\(settings)".contains("‹proxy.login›@host:1"))
    #expect(!"\(settings)".contains("p@ss"))
    #expect(try ready("https://h", environment).proxy == "\(scheme)user:p@ss@host:1")
  }

  @Test("loopback is never proxied, other hosts are")
  func loopback() async throws {
    try await LoopbackServer.run({ visit in
      visit.reply(visit.method == "CONNECT" ? 407 : 200, [], "direct")
    }) { server in
      let settings = NetworkSettings(environment: ["all_proxy": server.url])
      let transport = Transport.live(userAgent: "me", network: settings)
      let reply = try await transport.send(Request(.get, MaskedText(server.url)))
      #expect(reply.text == "direct")
      let error = await #expect(throws: WireError.self) {
        try await transport.send(Request(.get, "https://cloud.example"))
      }
      guard case .proxyRefused("cloud.example", let reason) = error else {
        Issue.record("it was \(String(describing: error))")
        return
      }
      #expect(reason.english.contains("407"))
    }
  }
}
