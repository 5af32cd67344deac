import Core
import Foundation
import HTTP
import TestSupport
import Testing

@testable import PracticeClouds

/// What a page in the person's browser, or another user of the machine, sends to the practice
/// clouds over loopback: nothing is read by it, and nothing is done.
struct HostileRequestTests {
  private enum Door { case admin, particle, blynk }

  /// A request that would do or read something, if it were let in.
  private struct Act: Sendable {
    let door: Door
    let line: String
    var headers: [String] = []
    var body = ""
  }

  /// How a request says that it is not the person's: the headers it has beside, or another Host.
  private struct Guise: Sendable {
    var hosts = ["127.0.0.1:PORT"]
    var headers: [String] = []
  }

  private static let guises: [Guise] =
    [
      "evil.example", "evil.example:PORT", "127.0.0.1.evil.example:PORT", "localhost.evil.example",
      "localhost.", "0.0.0.0:PORT", "127.1:PORT", "2130706433:PORT", "0x7f000001:PORT",
      "[::ffff:127.0.0.1]:PORT", "127.0.0.1:PORT:80", "127.0.0.1:", "127.0.0.1:PORT@evil.example",
      "127.0.0.1:-1", "[::1", "",
    ].map { Guise(hosts: [$0]) }
    + [Guise(hosts: []), Guise(hosts: ["127.0.0.1:PORT", "evil.example"])]
    + [
      ["Origin: http://evil.example"], ["Origin: null"], ["Origin: https://127.0.0.1:PORT"],
      ["Origin: http://127.0.0.1.evil.example:PORT"], ["Origin: http://localhost:1"],
      ["Origin: http://127.0.0.1:PORT@evil.example"], ["Origin: file://"], ["Origin:"],
      ["Origin: http://127.0.0.1:PORT", "Origin: http://evil.example"],
      ["Origin: chrome-extension://abcdefgh"], ["Referer: http://evil.example/127.0.0.1:PORT"],
      ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"],
      ["Sec-Fetch-Site: same-site"], ["sec-fetch-site: Cross-Site"],
      ["Content-Type: text/plain", "Origin: http://evil.example"],
      ["Content-Type: application/x-www-form-urlencoded", "Origin: null"],
    ].map { Guise(headers: $0) }

  private static func acts(_ start: PracticeStart) -> [Act] {
    let bearer = ["Authorization: Bearer \(start.accessToken)"]
    let login =
      "grant_type=password&username=\(start.username)&password=\(start.password)"
      + "&client_id=particle&client_secret=particle"
    let form = ["Content-Type: application/x-www-form-urlencoded"]
    let device = "/v1/devices/\(start.deviceID)"
    let blynk = "/external/api"
    return [
      Act(door: .admin, line: "GET /state"), Act(door: .admin, line: "GET /log"),
      Act(door: .admin, line: "POST /flip", body: #"{"value":1}"#),
      Act(door: .admin, line: "POST /fault", body: #"{"name":"cloud-error","on":true}"#),
      Act(door: .admin, line: "POST /device", body: #"{"online":false}"#),
      Act(door: .admin, line: "POST /activate"), Act(door: .admin, line: "POST /client"),
      Act(door: .admin, line: "DELETE /webhook"),
      Act(door: .particle, line: "POST /oauth/token", headers: form, body: login),
      Act(door: .particle, line: "GET /v1/access_tokens", headers: bearer),
      Act(door: .particle, line: "OPTIONS \(device)"),
      Act(door: .particle, line: "GET \(device)/events", headers: bearer),
      Act(door: .particle, line: "DELETE /v1/access_tokens", headers: bearer),
      Act(door: .particle, line: "POST \(device)/blynk_led", headers: bearer + form, body: "arg=1"),
      Act(door: .particle, line: "PUT \(device)?access_token=\(start.accessToken)", body: "flash"),
      Act(door: .blynk, line: "GET \(blynk)/update?token=\(start.authToken)&V16=1"),
      Act(door: .blynk, line: "GET \(blynk)/get?token=\(start.authToken)&V16"),
    ]
  }

  private static func bytes(of act: Act, _ guise: Guise, port: Int) -> [UInt8] {
    let headers = guise.hosts.map { "Host: \($0)" } + act.headers + guise.headers
    let text =
      (["\(act.line) HTTP/1.1"] + headers + ["Content-Length: \(act.body.utf8.count)", "", ""])
      .joined(separator: "\r\n") + act.body
    return Array(text.replacing("PORT", with: "\(port)").utf8)
  }

  private static func port(_ door: Door, _ start: PracticeStart) throws -> Int {
    let url =
      switch door {
      case .admin: start.admin
      case .particle: start.particle
      case .blynk: start.blynk
      }
    return try #require(Int(url.split(separator: ":")[2]))
  }

  /// All that the accounts hold, and the faults.
  private func world(_ bench: PracticeBench) async -> (ParticleAccount, BlynkAccount, [String]) {
    let (particle, blynk) = (bench.clouds.parts.particle, bench.clouds.parts.blynk)
    let first = await particle.account
    let second = await blynk.account
    return (first, second, bench.clouds.faults.names)
  }

  private func expectUnread(_ answer: String, _ start: PracticeStart, _ what: String) {
    for secret in [start.accessToken, start.authToken, start.deviceID] {
      #expect(!answer.contains(secret), "\(what)")
    }
    #expect(!answer.lowercased().contains("access-control-allow"), "\(what)")
  }

  @Test("a page of another origin, or under another name, reads nothing and does nothing")
  func pages() async throws {
    try await PracticeBench.run(change: { $0.runsSketches = true }) { bench in
      let before = await world(bench)
      let asked = bench.clouds.log.total
      var count = 0
      for act in Self.acts(bench.start) {
        let port = try Self.port(act.door, bench.start)
        for guise in Self.guises {
          let bytes = Self.bytes(of: act, guise, port: port)
          let answer = try await RawClient.say(bytes, to: port)
          let what = String(decoding: bytes.prefix(200), as: UTF8.self)
          #expect(answer.hasPrefix("HTTP/1.1 4"), "\(what): \(answer.prefix(40))")
          expectUnread(answer, bench.start, what)
          count += 1
        }
      }
      await bench.clouds.settle()
      #expect(count >= 500)
      let after = await world(bench)
      #expect(before.0 == after.0 && before.1 == after.1 && before.2 == after.2)
      #expect(bench.clouds.log.total == asked)
    }
  }

  @Test("a target that names another host is refused, whatever the Host says")
  func target() async throws {
    try await PracticeBench.run { bench in
      let port = try Self.port(.admin, bench.start)
      for target in ["http://evil.example/state", "https://127.0.0.1/state", "evil.example/state"] {
        let request = "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
        let answer = try await RawClient.say(Array(request.utf8), to: port)
        #expect(answer.hasPrefix("HTTP/1.1 4"), "\(target)")
        expectUnread(answer, bench.start, target)
      }
    }
  }

  @Test(
    "loopback by any of its names, and a page of the practice's own, are answered",
    arguments: [
      "Host: localhost:PORT", "Host: LOCALHOST", "Host: [::1]:PORT", "Host: 127.0.0.1",
      "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin",
      "Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:OTHER\r\nSec-Fetch-Site: same-site",
      "Host: 127.0.0.1:PORT\r\nReferer: http://127.0.0.1:PORT/x",
      "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: none",
    ])
  func own(headers: String) async throws {
    try await PracticeBench.run { bench in
      let port = try Self.port(.admin, bench.start)
      let other = try Self.port(.blynk, bench.start)
      let named = headers.replacing("PORT", with: "\(port)").replacing("OTHER", with: "\(other)")
      let request = "GET /state HTTP/1.1\r\n\(named)\r\nConnection: close\r\n\r\n"
      let answer = try await RawClient.say(Array(request.utf8), to: port)
      #expect(answer.hasPrefix("HTTP/1.1 200 "), "\(answer.prefix(80))")
    }
  }

  @Test(
    "without the password there is no token",
    arguments: [
      "grant_type=password&username=practice@example.com&password=practice&client_id=particle"
        + "&client_secret=particle",
      "grant_type=password&username=practice@example.com&password=&client_id=a&client_secret=b",
      "grant_type=client_credentials&client_id=particle&client_secret=particle",
      "grant_type=client_credentials&client_id=a&client_secret=b",
      "grant_type=urn:custom:mfa-otp&mfa_token=a&otp=1&client_id=a&client_secret=b",
    ])
  func passwords(form: String) async throws {
    try await PracticeBench.run(change: { $0.particle.login = PracticeLogin() }) { bench in
      let port = try Self.port(.particle, bench.start)
      let act = Act(
        door: .particle, line: "POST /oauth/token",
        headers: ["Content-Type: application/x-www-form-urlencoded", "Connection: close"],
        body: form)
      let answer = try await RawClient.say(Self.bytes(of: act, Guise(), port: port), to: port)
      #expect(answer.hasPrefix("HTTP/1.1 400 "))
      #expect(!answer.contains("access_token"))
    }
  }

  @Test("each start has a password of its own, which the start line tells")
  func ownPassword() async throws {
    var seen: Set<String> = []
    for _ in 0..<3 {
      try await PracticeBench.run(change: { $0.particle.login = PracticeLogin() }) { bench in
        #expect(bench.start.line.contains(#""password":"\#(bench.start.password)""#))
        #expect(bench.start.password.count == 20)
        seen.insert(bench.start.password)
      }
    }
    #expect(seen.count == 3)
    #expect(PracticeLogin("a@b:c:d") == PracticeLogin("a@b:c:d"))
    #expect(PracticeLogin("a@b:c:d")?.password == "c:d")
    for text in ["", "a", ":b", "a:", "a:b\n"] { #expect(PracticeLogin(text) == nil, "\(text)") }
  }

  @Test("the look inside shows nobody's token")
  func look() async throws {
    try await PracticeBench.run { bench in
      let stranger = "abcdefghijklmnopqrstuvwxyzABCDEF"
      let made = try await bench.particle(
        .post, "/v1/integrations",
        body: .json(
          #"""
          {"integration_type":"Webhook","name":"theirs","event":"e","requestType":"POST",
           "url":"http://127.0.0.1:9/x?token=\#(stranger)","query":{"token":"\#(stranger)"},
           "headers":{"Authorization":"Bearer \#(stranger)"},
           "auth":{"username":"u","password":"\#(stranger)"}}
          """#))
      #expect(made.status < 300)
      for path in ["/state", "/log"] {
        let reply = try await bench.admin(.get, path)
        for secret in [stranger, bench.start.accessToken, bench.start.authToken, "practice@"] {
          #expect(!reply.json.text.contains(secret), "\(path)")
        }
      }
    }
  }

  #if os(Linux)
    @Test("another user of this machine is not answered", .enabled(if: getuid() == 0))
    func otherUser() async throws {
      try await PracticeBench.run { bench in
        let before = bench.clouds.log.total
        for door in [Door.admin, .particle, .blynk] {
          let port = try Self.port(door, bench.start)
          let say = #"printf "GET /state HTTP/1.0\r\nHost: localhost\r\n\r\n" >&3; cat <&3"#
          let script = "exec 3<>/dev/tcp/127.0.0.1/\(port); \(say)"
          let shell = Process()
          let output = Pipe()
          shell.executableURL = URL(filePath: "/bin/su")
          shell.arguments = ["nobody", "-s", "/bin/bash", "-c", script]
          shell.standardOutput = output
          try shell.run()
          let bytes = try #require(try output.fileHandleForReading.readToEnd())
          shell.waitUntilExit()
          let answer = String(decoding: bytes, as: UTF8.self)
          #expect(answer.contains(" 403 "), "\(answer.prefix(80))")
          expectUnread(answer, bench.start, "\(door)")
        }
        #expect(bench.clouds.log.total == before)
      }
    }
  #endif
}
