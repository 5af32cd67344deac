import Core
import Testing

@testable import HTTP

@Suite("the words for a failure") struct WireErrorProblemTests {
  private static let hosts = ["api.particle.io", "127.0.0.1"]

  private static func all(_ host: String) -> [WireError] {
    [
      .libraryMissing, .unreachable(host: host, reason: "Connection refused"),
      .tlsUntrusted(host: host, reason: "self-signed certificate"),
      .proxyRefused(host: host, reason: "CONNECT tunnel failed, response 407"),
      .timedOut(host: host, after: .seconds(10)), .bodyTooLarge(host: host, limitBytes: 10),
      .plainHTTP(host: host), .malformedURL("https://\(host)/a b?token=abc"),
      .malformedHeader(name: "Authorization"), .streamOverflow(host: host, limit: 4096),
      .resourceMissing(reason: "Too many open files"),
    ]
  }

  @Test("each has a code of its own, a next move, and could not ask", arguments: hosts)
  func complete(host: String) {
    let problems = Self.all(host).map(\.problem)
    #expect(
      problems.map(\.code) == [
        "local-resource", "network-unreachable", "tls-untrusted", "proxy-refused", "timeout",
        "unexpected-reply", "plain-http", "malformed-url", "malformed-header",
        "stream-overflow", "local-resource",
      ])
    for problem in problems {
      #expect(problem.outcome == .couldNotAsk)
      #expect(!problem.title.isEmpty && !problem.attempt.isEmpty && !problem.next.isEmpty)
    }
  }

  @Test("the voice is ours")
  func voice() {
    for problem in Self.hosts.flatMap(Self.all).map(\.problem) {
      let text = [problem.title, problem.attempt, problem.causes, problem.next]
        .map(\.english).joined(separator: " ").lowercased()
      for word in ["please", "oops", "invalid", "successfully", "simply", "error", "!", "\n"] {
        #expect(!text.contains(word), "\(word): \(text)")
      }
    }
  }

  @Test("a query is never told")
  func query() {
    for url in ["https://h/a b?token=abc#x", "https://h/a b?\u{301}token=abc", "https://h/a b#abc"]
    {
      #expect(WireError.malformedURL(url).problem.evidence == ["https://h/a b"])
    }
  }

  @Test(
    "a limit is told as people say it",
    arguments: [
      (Duration.milliseconds(40), "40 ms"), (.seconds(10), "10 s"), (.milliseconds(1500), "1.5 s"),
      (.milliseconds(1040), "1 s"),
    ])
  func limits(limit: Duration, words: String) {
    #expect(
      WireError.timedOut(host: "h", after: limit).problem.attempt.english.hasSuffix(" \(words)."))
  }

  @Test("this machine is not told to look for a proxy")
  func here() {
    let problem = WireError.unreachable(host: "127.0.0.1", reason: "x").problem
    let other = WireError.unreachable(host: "127.0.0.1:8080", reason: "x").problem
    #expect(other.next == problem.next && other.title.english.contains("127.0.0.1:8080"))
    #expect(!problem.causes.english.contains("proxy") && !problem.next.english.contains("PROXY"))
    #expect(problem.next.english.contains("footbridge practice serve"))
  }
}
