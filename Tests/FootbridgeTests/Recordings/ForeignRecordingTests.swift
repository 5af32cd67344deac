import Foundation
import TestSupport
import Testing

/// Recordings of other programs, a browser's above all: they hold whole tokens, and any text.
@Suite("Recordings of others")
struct ForeignRecordingTests {
  private static let particle = "0123456789abcdef0123456789abcdef01234567"
  private static let blynk = "AbCdEfGhIjKlMnOpQrStUvWxYz012345"
  private static let webToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJwdXBpbCJ9.c2lnbmF0dXJlLW9mLTE"

  /// What must be seen nowhere.
  private static let canaries = [
    particle, blynk, webToken, "sess-9f8e7d6c5b4a", "hunter2-hunter2", "basic-secret-1",
    "ghp_abcdefghijklmnopqrstuvwxyz0123",
  ]

  private static func exchange(
    _ url: String, method: String = "GET", headers: [(String, String)] = [],
    posted: String? = nil, body: String = "{}"
  ) -> [String: Any] {
    var request: [String: Any] = [
      "method": method, "url": url, "httpVersion": "HTTP/2",
      "headers": headers.map { ["name": $0.0, "value": $0.1] },
    ]
    request["postData"] = posted.map {
      ["mimeType": "application/x-www-form-urlencoded", "text": $0]
    }
    return [
      "startedDateTime": "2026-11-01T10:00:00.000Z", "time": 12, "request": request,
      "response": [
        "status": 200, "headers": [["name": "Set-Cookie", "value": "sid=sess-9f8e7d6c5b4a"]],
        "content": ["mimeType": "application/json", "text": body],
      ], "timings": ["send": 1, "wait": 10, "receive": 1],
    ]
  }

  private static func file(_ stage: Stage, _ entries: [[String: Any]]) throws -> String {
    let log: [String: Any] = [
      "log": [
        "version": "1.2", "creator": ["name": "a browser", "version": "1"], "entries": entries,
      ]
    ]
    let path = stage.scratch.file("browser.har")
    try JSONSerialization.data(withJSONObject: log).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static var browsing: [[String: Any]] {
    [
      exchange(
        "https://api.particle.io/v1/devices?access_token=\(particle)",
        headers: [("Cookie", "sid=sess-9f8e7d6c5b4a"), ("Authorization", "Bearer \(webToken)")],
        body: #"{"token":"\#(particle)"}"#),
      exchange("https://ny3.blynk.cloud/external/api/get?token=\(blynk)&V16"),
      exchange(
        "https://user:basic-secret-1@example.com/login", method: "POST",
        posted: "username=me&password=hunter2-hunter2"),
      exchange(
        "https://example.com/x", headers: [("X-Api-Key", "ghp_abcdefghijklmnopqrstuvwxyz0123")]),
    ]
  }

  @Test(
    "no view of a browser's recording shows a token",
    arguments: [
      ["show"], ["show", "1"], ["show", "2"], ["show", "3"], ["show", "4"], ["show", "--as-curl"],
    ])
  func shows(arguments: [String]) async throws {
    let stage = try await Stage(.none, seed: 1)
    let file = try Self.file(stage, Self.browsing)
    let words = [arguments[0], file] + arguments.dropFirst()
    let (said, ending) = try await PipedProgram.run(stage.call(words))
    #expect(ending == .code(0), "\(said)")
    for canary in Self.canaries { #expect(!said.contains(canary), "\(canary) in:\n\(said)") }
  }

  @Test("a miss in a browser's recording shows no token either")
  func miss() async throws {
    let stage = try await Stage(.ready, seed: 2)
    let file = try Self.file(stage, Self.browsing)
    let (said, ending) = try await PipedProgram.run(
      stage.call(["replay", file, "--", "setup", "demo", "--answers", stage.answers]))
    #expect(ending != .code(0))
    for canary in Self.canaries { #expect(!said.contains(canary), "\(said)") }
    await stage.end()
  }

  @Test("a comparison asks no other host, and sends nobody's token")
  func comparison() async throws {
    let stage = try await Stage(.ready, seed: 3)
    let start = try #require(stage.clouds?.start)
    let file = try Self.file(
      stage,
      [
        Self.exchange("https://api.particle.io/v1/devices?access_token=\(Self.particle)"),
        Self.exchange("http://127.0.0.1:1/v1x/devices?access_token=\(Self.particle)"),
        Self.exchange("https://example.com/v1x?access_token=\(Self.particle)"),
      ])
    let (said, _) = try await stage.run("replay", file, "--diff", "-v")
    #expect(said.contains("3 left alone"), "\(said)")
    let (_, log) = try await stage.admin("/log")
    #expect(!"\(log)".contains(Self.particle))
    #expect(!said.contains(Self.particle) && !start.particle.isEmpty)
    await stage.end()
  }

  @Test("methods, names and dates of any kind are shown, and obeyed by no terminal")
  func oddities() async throws {
    let stage = try await Stage(.none, seed: 4)
    var dated = Self.exchange("https://h/x")
    dated["startedDateTime"] = "2026-11-01T10:00:00+999999999999999999"
    let odd = Self.exchange(
      "https://h/\u{9B}31m\u{202E}/x", method: String(repeating: "M", count: 30),
      headers: [("X", "a\n::error::forged\u{2028}b")])
    let file = try Self.file(stage, [dated, odd])
    for words in [["show", file], ["show", file, "2"], ["show", file, "--as-curl"]] {
      let (said, ending) = try await PipedProgram.run(stage.call(words))
      #expect(ending == .code(0), "\(said)")
      for scalar in ["\u{9B}", "\u{202E}", "\u{2028}"] { #expect(!said.contains(scalar)) }
      #expect(!said.split(separator: "\n").contains { $0.hasPrefix("::") }, "\(said)")
    }
  }

  @Test("a recording with parts of another type is a page or is told to be damaged")
  func mutations() async throws {
    let stage = try await Stage(.none, seed: 5)
    let whole = try Data(contentsOf: URL(fileURLWithPath: Self.file(stage, Self.browsing)))
    let text = String(decoding: whole, as: UTF8.self)
    var chance = Seeded(seed: 5)
    let odd = ["null", "-1", "1e400", "99999999999999999999", "[]", "{}", "\"\\u0000\"", "true"]
    let path = stage.scratch.file("mutated.har")
    let values = text.ranges(of: /:("[^"]*"|[0-9]+)/)
    for _ in 0..<40 {
      let chosen = values[Int.random(in: values.indices, using: &chance)]
      let value = odd[Int.random(in: odd.indices, using: &chance)]
      let mutated = text.replacingCharacters(in: chosen, with: ":" + value)
      try mutated.write(toFile: path, atomically: true, encoding: .utf8)
      let (said, ending) = try await PipedProgram.run(stage.call(["show", path]))
      #expect(ending == .code(0) || ending == .code(65), "\(mutated)\n\(said)")
    }
  }
}
