import Core

/// A request as libcurl takes it: encoded, and with its secrets in clear.
///
/// This file is the transport's one place where a secret is opened. The value lives from `send` to
/// the end of the transfer, and prints as nothing but its host.
struct CurlRequest: Sendable {
  let method: String
  let url: String
  let host: String
  /// The host as an error names it: with its port, where the address has one.
  let authority: String
  let isLoopback: Bool
  let headerLines: [String]
  /// Nil sends none; empty sends `Content-Length: 0`.
  let body: [UInt8]?
  let timeoutMilliseconds: Int
  let connectTimeoutMilliseconds: Int
  let proxy: String?
  let noProxy: String?
  let certificateFile: String?
  let certificateDirectory: String?

  /// Throws `WireError` for what must not or cannot be sent.
  init(_ request: Request, userAgent: String, network: NetworkSettings) throws {
    guard Curl.isReady else { throw WireError.libraryMissing }
    url = CurlRequest.url(request)
    guard let address = Curl.address(of: url), ["http", "https"].contains(address.scheme) else {
      throw WireError.malformedURL(request.shownAddress)
    }
    host = address.host
    authority = address.port.map { "\(address.host):\($0)" } ?? address.host
    isLoopback = Loopback.contains(host: host)
    if address.scheme == "http" && !isLoopback { throw WireError.plainHTTP(host: host) }
    method = request.method.rawValue
    let content = request.body.map(CurlBody.init)
    headerLines = try CurlRequest.headerLines(request, content, userAgent)
    body = content?.bytes ?? (request.method.wantsBody ? [] : nil)
    timeoutMilliseconds = request.timeout.wholeMilliseconds
    connectTimeoutMilliseconds = request.connectTimeout.wholeMilliseconds
    proxy = network.proxy?.open()
    noProxy = network.noProxy
    certificateFile = network.certificateFile
    certificateDirectory = network.certificateDirectory
  }

  /// The address with the query added; a fragment never travels.
  private static func url(_ request: Request) -> String {
    var address = request.url.open()
    if let fragment = address.utf8.firstIndex(of: UInt8(ascii: "#")) {
      address.removeSubrange(fragment...)
    }
    if request.query.isEmpty { return address }
    if !address.utf8.contains(UInt8(ascii: "?")) {
      address += "?"
    } else if let last = address.utf8.last, !"?&".utf8.contains(last) {
      address += "&"
    }
    return address + CurlBody.joined(request.query)
  }

  private static func headerLines(
    _ request: Request, _ body: CurlBody?, _ userAgent: String
  ) throws -> [String] {
    var lines = try request.headers.map { try line($0.name, $0.value.open()) }
    if let login = request.login { lines.append(try line("Authorization", login.headerValue)) }
    let given = Set(request.headers.map { $0.name.lowercased() })
    if !given.contains("user-agent") { lines.append(try line("User-Agent", userAgent)) }
    if !given.contains("content-type"), body != nil || request.method.wantsBody {
      // Without this line libcurl would call any body a form.
      lines.append(try body?.contentType.map { try line("Content-Type", $0) } ?? "Content-Type:")
    }
    // Libcurl would else hold back a long body for a second, waiting for a server's "go on".
    if body != nil { lines.append("Expect:") }
    return lines
  }

  /// One header as libcurl wants it; `Name;` is its way to say "empty".
  private static func line(_ name: String, _ value: String) throws -> String {
    guard HeaderField.canCarry(name: name, value: value) else {
      throw WireError.malformedHeader(name: name)
    }
    return value.isEmpty ? "\(name);" : "\(name): \(value)"
  }
}

extension BasicLogin {
  /// RFC 7617 §2.
  fileprivate var headerValue: String {
    "Basic " + Base64.encode(Array("\(user):\(password.open())".utf8))
  }
}

extension CurlRequest: CustomStringConvertible, CustomReflectable {
  var description: String { "a request to \(host)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// A body as bytes, and what it says it is.
struct CurlBody {
  let contentType: String?
  let bytes: [UInt8]

  init(_ body: Body) {
    switch body {
    case .form(let items):
      contentType = "application/x-www-form-urlencoded"
      bytes = Array(CurlBody.joined(items).utf8)
    case .text(let type, let text):
      contentType = type
      bytes = Array(text.open().utf8)
    case .multipart(let parts):
      let multipart = Multipart(
        parts.map { ($0.name, $0.fileName, $0.bytes ?? Array($0.content.open().utf8)) })
      contentType = multipart.contentType
      bytes = multipart.bytes
    }
  }

  /// `name=value` pairs, percent-encoded and joined by `&`.
  static func joined(_ items: [QueryItem]) -> String {
    items.map { item in
      let name = item.name.percentEncoded()
      return item.value.map { "\(name)=\($0.open { $0.percentEncoded() })" } ?? name
    }.joined(separator: "&")
  }
}

extension Request.Method {
  /// Whether a server expects a length even when there is no body (RFC 9110 §8.6).
  var wantsBody: Bool {
    switch self {
    case .post, .put, .patch: true
    case .get, .delete: false
    }
  }
}

extension Duration {
  /// Rounded up, at least 1, as libcurl takes 0 for "no limit".
  package var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < 1_000_000_000 else { return 1_000_000_000_000 }
    let fraction = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return max(1, Int(seconds) * 1000 + Int(fraction))
  }
}
