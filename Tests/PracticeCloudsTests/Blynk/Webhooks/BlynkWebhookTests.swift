import Foundation
import HTTP
import Synchronization
import Testing

@testable import PracticeClouds

@Suite("Blynk's webhook")
struct BlynkWebhookTests {
  private static let token = "Bearer 0123456789abcdef0123456789abcdef01234567"

  private static func webhook(_ url: String) -> BlynkWebhook {
    BlynkWebhook(
      name: "particle-http-api", pin: 16, url: url, body: #"{"args":"{device_pinValue}"}"#,
      headers: [.init(name: "Authorization", value: token)])
  }

  /// Runs `body` with a webhook on V16 and a server that it calls.
  private func run(
    status: Int = 200, settings: BlynkPracticeSettings = BlynkPracticeSettings(),
    time: PracticeTime = .system,
    _ body: (BlynkBench, WebhookReceiver) async throws -> Void
  ) async throws {
    let receiver = try await WebhookReceiver(status: status)
    try await BlynkBench.run(settings: settings, time: time) { blynk async throws in
      try await blynk.cloud.save(BlynkWebhookTests.webhook(receiver.url))
      try await body(blynk, receiver)
    }
    await receiver.stop()
  }

  @Test("a write of its pin calls the URL with the value in the body")
  func fires() async throws {
    try await run { blynk, receiver async throws in
      _ = try await blynk.ask("update", "V16=1")
      await blynk.cloud.settle()
      let request = try #require(receiver.requests.first)
      #expect(request.method == "POST")
      #expect(request.path == "/v1/devices/abc/blynk_led")
      #expect(request.bodyText == #"{"args":"1"}"#)
      #expect(request.contentType == "application/json")
      #expect(request.header("authorization") == BlynkWebhookTests.token)
    }
  }

  @Test("other pins, refused values and reads call nothing")
  func quiet() async throws {
    try await run { blynk, receiver async throws in
      _ = try await blynk.ask("update", "V17=1")
      _ = try await blynk.ask("update", "V16=on")
      _ = try await blynk.ask("get", "V16")
      await blynk.cloud.settle()
      #expect(receiver.requests.isEmpty)
    }
  }

  @Test("the value goes out as it was stored, and again when it is written again")
  func storedValue() async throws {
    try await run { blynk, receiver async throws in
      _ = try await blynk.ask("update", "V16=7")
      await blynk.cloud.settle()
      _ = try await blynk.ask("batch/update", "V16=1&V17=0")
      await blynk.cloud.settle()
      #expect(receiver.requests.map(\.bodyText) == Array(repeating: #"{"args":"1"}"#, count: 2))
    }
  }

  @Test("writes over HTTPS can be set not to fire; the switch always does")
  func setting() async throws {
    var settings = BlynkPracticeSettings()
    settings.httpsWritesFireWebhooks = false
    try await run(settings: settings) { blynk, receiver async throws in
      _ = try await blynk.ask("update", "V16=1")
      await blynk.cloud.settle()
      #expect(receiver.requests.isEmpty)
      #expect(try await blynk.cloud.flip("1", pin: 16) == "1")
      await blynk.cloud.settle()
      #expect(receiver.requests.count == 1)
    }
  }

  @Test("the eleventh call of a minute is dropped without a word, and not made up for later")
  func quota() async throws {
    let clock = Mutex(Date(timeIntervalSince1970: 1_700_000_000))
    let time = PracticeTime(now: { clock.withLock { $0 } }, wait: { _ in })
    try await run(time: time) { blynk, receiver async throws in
      for _ in 0...10 { #expect(try await blynk.ask("update", "V16=1").status == 200) }
      await blynk.cloud.settle()
      #expect(receiver.requests.count == 10)
      clock.withLock { $0 += 60 }
      _ = try await blynk.ask("update", "V16=0")
      await blynk.cloud.settle()
      #expect(receiver.requests.count == 11)
      #expect(receiver.requests.last?.bodyText == #"{"args":"0"}"#)
    }
  }

  @Test("with the minute's calls used up by others, one goes through when the minute is over")
  func usedUp() async throws {
    let clock = Mutex(Date(timeIntervalSince1970: 1_700_000_000))
    let time = PracticeTime(now: { clock.withLock { $0 } }, wait: { _ in })
    try await run(time: time) { blynk, receiver async throws in
      blynk.faults.set(.webhookQuota, on: true)
      for (seconds, calls) in [(0.0, 0), (59, 0), (1, 1), (59, 2), (60, 2)] {
        clock.withLock { $0 += seconds }
        _ = try await blynk.ask("update", "V16=1")
        await blynk.cloud.settle()
        #expect(receiver.requests.count == calls)
      }
    }
  }

  @Test("a refused call counts as a failure; attempts count all")
  func failures() async throws {
    try await run(status: 401) { blynk, _ async throws in
      _ = try await blynk.ask("update", "V16=1")
      await blynk.cloud.settle()
      let webhook = try #require(await blynk.cloud.account.webhooks.first)
      #expect(webhook.attempts == 1)
      #expect(webhook.failures == 1)
      #expect(await blynk.cloud.webhookLog.map(\.shown) == ["401 Failed"])
    }
  }

  @Test("a call that nobody answers is told so")
  func unanswered() async throws {
    try await BlynkBench.run { blynk async throws in
      // Nobody listens on port 1; a port just closed may be another test's by now.
      try await blynk.cloud.save(BlynkWebhookTests.webhook("http://127.0.0.1:1/"))
      _ = try await blynk.ask("update", "V16=1")
      await blynk.cloud.settle()
      #expect(await blynk.cloud.webhookLog.first?.shown.hasPrefix("Failed: unreachable") == true)
    }
  }

  @Test(
    "faults that silence it", arguments: [Fault.webhookNotFiring, .webhookDisabled, .webhookQuota])
  func silenced(fault: Fault) async throws {
    try await run { blynk, receiver async throws in
      blynk.faults.set(fault, on: true)
      #expect(try await blynk.ask("update", "V16=1").status == 200)
      await blynk.cloud.settle()
      #expect(receiver.requests.isEmpty)
    }
  }

  @Test("faults that spoil it: another token, a misspelt placeholder, another function")
  func spoiled() async throws {
    try await run { blynk, receiver async throws in
      for fault in [Fault.webhookWrongToken, .webhookWrongBody, .webhookWrongFunction] {
        blynk.faults.reset()
        blynk.faults.set(fault, on: true)
        _ = try await blynk.ask("update", "V16=1")
        await blynk.cloud.settle()
      }
      let requests = receiver.requests
      try #require(requests.count == 3)
      #expect(requests[0].header("authorization") != BlynkWebhookTests.token)
      #expect(requests[0].header("authorization")?.count == BlynkWebhookTests.token.count)
      #expect(requests[1].bodyText == #"{"args":"{device_pinvalue}"}"#)
      #expect(requests[2].path == "/v1/devices/abc/blynk_leds")
    }
  }

  @Test("a second webhook does not fit on the Free plan; the same name is replaced")
  func limit() async throws {
    try await run { blynk, receiver async throws in
      var other = BlynkWebhookTests.webhook(receiver.url)
      other.body = "{}"
      try await blynk.cloud.save(other)
      #expect(await blynk.cloud.account.webhooks.map(\.body) == ["{}"])
      other.name = "another"
      await #expect(throws: BlynkConsoleRefusal.webhookLimit(1)) {
        try await blynk.cloud.save(other)
      }
    }
  }

  @Test("the form's rules hold")
  func rules() {
    func refusal(_ change: (inout BlynkWebhook) -> Void) -> BlynkConsoleRefusal? {
      var webhook = BlynkWebhookTests.webhook("https://api.particle.io/v1/devices/abc/blynk_led")
      change(&webhook)
      do throws(BlynkConsoleRefusal) { try webhook.check() } catch { return error }
      return nil
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.name = "a/b" } == .webhookName)
    #expect(
      refusal { $0.url = "http://api.particle.io/" } == .webhookURL("http://api.particle.io/"))
    #expect(
      refusal { $0.url += String(repeating: "a", count: 1024) } == .webhookURLTooLong(limit: 1024))
    #expect(
      refusal { $0.body = String(repeating: "a", count: 5121) }
        == .webhookBodyTooLong(limitBytes: 5120))
    #expect(refusal { $0.method = "HEAD" } == .webhookMethod("HEAD"))
    #expect(refusal { $0.headers[0].value = "Basic YQ==" } == .webhookHeader("Authorization"))
  }
}
