/// Requests that are wrong as HTTP, whatever cloud they go to.
enum MalformedRequests {
  /// Each is answered 4xx or not at all, and the connection is closed.
  static let all: [(what: String, bytes: [UInt8])] = [
    ("noise", Array(repeating: [0x00, 0x01, 0xFF, 0x80], count: 50).flatMap { $0 } + line),
    ("a TLS greeting", [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03] + line),
    ("an HTTP/2 preface", text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
    ("no version", text("GET /\r\n\r\n")),
    ("an unknown version", text("GET / HTTP/3.7\r\n\r\n")),
    ("no target", text("GET  HTTP/1.1\r\n\r\n")),
    ("an unknown method", text("BREW / HTTP/1.1\r\n\r\n")),
    ("a method that no cloud has", text("TRACE / HTTP/1.1\r\n\r\n")),
    ("a tunnel", text("CONNECT example.com:443 HTTP/1.1\r\n\r\n")),
    ("a control character in the path", text("GET /v1/\u{1} HTTP/1.1\r\n\r\n")),
    ("a path that is not ASCII", text("GET /ü HTTP/1.1\r\n\r\n")),
    ("a backslash for a slash", text("GET \\v1 HTTP/1.1\r\n\r\n")),
    ("a control character in a header", headed("X: a\u{1}b")),
    ("a zero byte in a header", headed("X: a\u{0}b")),
    ("a space before the colon", headed("X : a")),
    ("a folded header", headed("X: a\r\n b")),
    ("a header without an end", headed("X: " + String(repeating: "a", count: 200_000))),
    ("headers without an end", headed(String(repeating: "X: a\r\n", count: 10_000))),
    ("long headers", headed(String(repeating: "X: \(letters)\r\n", count: 100))),
    ("a target without an end", text("GET /\(String(repeating: "a", count: 300_000)) HTTP/1.1")),
    ("a length below zero", headed("Content-Length: -5")),
    ("a length beyond numbers", headed("Content-Length: 99999999999999999999999")),
    ("a length of words", headed("Content-Length: many")),
    ("two lengths", headed("Content-Length: 1\r\nContent-Length: 2", "ab")),
    ("a length and chunks", headed("Content-Length: 1\r\nTransfer-Encoding: chunked", "0\r\n\r\n")),
    ("an unknown coding", headed("Transfer-Encoding: gzip", "abc")),
    ("a chunk of no number", headed("Transfer-Encoding: chunked", "ZZ\r\nabc")),
    ("a chunk beyond numbers", headed("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFFF\r\nabc")),
    ("a huge body", headed("Content-Length: 5000000", String(repeating: "a", count: 5_000_000))),
    ("a huge body that is only promised", headed("Content-Length: 99999999999")),
    ("a huge body in chunks", headed("Transfer-Encoding: chunked", chunks)),
  ]

  static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func headed(_ headers: String, _ body: String = "") -> [UInt8] {
    text("POST /v1/devices/events HTTP/1.1\r\nHost: localhost\r\n\(headers)\r\n\r\n\(body)")
  }

  private static let line = text("\r\n\r\n")
  private static let letters = String(repeating: "a", count: 1000)
  private static let chunks = String(
    repeating: "10000\r\n\(String(repeating: "a", count: 65536))\r\n", count: 80)
}
