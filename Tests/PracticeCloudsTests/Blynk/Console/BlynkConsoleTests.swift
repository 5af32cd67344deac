import Foundation
import HTTP
import Synchronization
import Testing

@testable import PracticeClouds

/// A person's work in Blynk's console, beyond the guide's.
@Suite("Blynk's console")
struct BlynkConsoleTests {
  private static func webhook(_ url: String) -> BlynkWebhook {
    BlynkWebhook(
      name: "w", pin: 16, url: url, body: #"{"args":"{device_pinValue}","id":"{device_id}"}"#)
  }

  @Test(
    "a test run sends the literal placeholder, counts as an attempt, and has no line in the log")
  func testButton() async throws {
    try await BlynkBench.run { blynk async throws in
      let receiver = try await WebhookReceiver()
      try await blynk.cloud.save(Self.webhook(receiver.url))
      #expect(try await blynk.cloud.test("w").shown == "200 OK")
      #expect(receiver.requests.map(\.bodyText) == [#"{"args":"{device_pinValue}","id":"1"}"#])
      #expect(await blynk.cloud.account.webhooks.map(\.attempts) == [1])
      #expect(await blynk.cloud.webhookLog.isEmpty)
      await #expect(throws: BlynkConsoleRefusal.noWebhook("v")) {
        try await blynk.cloud.test("v")
      }
      await receiver.stop()
    }
  }

  @Test("a template's webhook fires for each of its devices, a device's for its own only")
  func triggers() async throws {
    try await BlynkBench.run { blynk async throws in
      let receiver = try await WebhookReceiver()
      let second = try await blynk.cloud.activate(named: "Second")
      #expect(second.token.count == 32 && second.token != blynk.token)
      var webhook = Self.webhook(receiver.url)
      try await blynk.cloud.save(webhook)
      for device in ["1", "Second"] {
        _ = try await blynk.cloud.flip("1", pin: 16, device: device)
        await blynk.cloud.settle()
      }
      #expect(receiver.requests.map(\.bodyText) == [#"{"args":"1","id":"1"}"#])
      webhook.trigger = .template
      try await blynk.cloud.save(webhook)
      _ = try await blynk.cloud.flip("0", pin: 16, device: "Second")
      await blynk.cloud.settle()
      #expect(receiver.requests.last?.bodyText == #"{"args":"0","id":"2"}"#)
      await receiver.stop()
    }
  }

  @Test("placeholders stand in the URL, too; metadata and streams by their ids")
  func placeholders() async throws {
    try await BlynkBench.run(change: { $0.furnish(at: Date(timeIntervalSince1970: 0)) }) {
      blynk async throws in
      let receiver = try await WebhookReceiver()
      var webhook = Self.webhook(receiver.url + "/{device_name}")
      webhook.body = "{device_metadata_1} {device_dataStream_2} {user_name} {device_clientType}"
      try await blynk.cloud.save(webhook)
      _ = try await blynk.ask("update", "V14=7")
      _ = try await blynk.ask("update", "V16=1")
      await blynk.cloud.settle()
      let request = try #require(receiver.requests.first)
      #expect(request.bodyText == "none yet 7 {user_name} {device_clientType}")
      #expect(request.segments.last == "Particle Device")
      await receiver.stop()
    }
  }

  @Test("a Web Form, query parameters and Basic Auth go out as the form has them")
  func form() async throws {
    for glued in [false, true] {
      var settings = BlynkPracticeSettings()
      settings.webFormIsGlued = glued
      try await BlynkBench.run(settings: settings) { blynk async throws in
        let receiver = try await WebhookReceiver()
        var webhook = Self.webhook(receiver.url)
        webhook.contentType = .form
        webhook.form = [
          .init(name: "args", value: "{device_pinValue}"), .init(name: "b", value: "x y"),
        ]
        webhook.parameters = [.init(name: "pin", value: "{device_pin}")]
        webhook.authorization = .basic(user: "a", password: "b")
        try await blynk.cloud.save(webhook)
        _ = try await blynk.ask("update", "V16=1")
        await blynk.cloud.settle()
        let request = try #require(receiver.requests.first)
        #expect(request.contentType == "application/x-www-form-urlencoded")
        #expect(request.bodyText == (glued ? "args1bx y" : "args=1&b=x%20y"))
        #expect(request.rawQuery == "pin=v16")
        #expect(request.header("authorization") == "Basic YTpi")
        await receiver.stop()
      }
    }
  }

  @Test("a webhook can be set to be switched off after failures in a row")
  func disabled() async throws {
    var settings = BlynkPracticeSettings()
    settings.webhookDisabledAfterFailures = 2
    try await BlynkBench.run(settings: settings) { blynk async throws in
      let receiver = try await WebhookReceiver(status: 500)
      try await blynk.cloud.save(Self.webhook(receiver.url))
      for _ in 0..<3 {
        _ = try await blynk.ask("update", "V16=1")
        await blynk.cloud.settle()
      }
      #expect(receiver.requests.count == 2)
      #expect(await blynk.cloud.account.webhooks.map(\.enabled) == [false])
      await receiver.stop()
    }
  }

  @Test("the plan has room for so many, and no more")
  func limits() async throws {
    try await BlynkBench.run { blynk async throws in
      for number in 2...5 { _ = try await blynk.cloud.activate(named: "D\(number)") }
      await #expect(throws: BlynkConsoleRefusal.limit("devices", 5)) {
        try await blynk.cloud.activate(named: "D6")
      }
      #expect(try await blynk.cloud.activate(named: "D5").id == 5)
      let streams = (0..<45).map {
        Datastream(id: 0, name: "N\($0)", alias: "", pin: 100 + $0, type: .integer)
      }
      #expect(try await blynk.cloud.add(streams).map(\.id) == Array(6...50))
      let one = Datastream(id: 0, name: "N", alias: "", pin: 200, type: .integer)
      await #expect(throws: BlynkConsoleRefusal.limit("datastreams", 50)) {
        try await blynk.cloud.add([one])
      }
      await #expect(throws: BlynkConsoleRefusal.noPlatformAPI) {
        try await blynk.cloud.makeClient()
      }
    }
  }

  @Test("events beyond the day's, or too soon after one of their type, are dropped")
  func events() async throws {
    let clock = Mutex(Date(timeIntervalSince1970: 1_784_629_800))
    let time = PracticeTime(now: { clock.withLock { $0 } }, wait: { _ in })
    var settings = BlynkPracticeSettings()
    settings.eventsPerDay = 2
    try await BlynkBench.run(
      settings: settings, time: time, change: { $0.furnish(at: time.now()) }
    ) { blynk async throws in
      // The second is too soon, the fourth one too many; a day later there is room again.
      var kept: [Int] = []
      for step in [0, 0.5, 0.5, 2, 86_400] {
        clock.withLock { $0 += step }
        #expect(try await blynk.ask("logEvent", "code=too_hot").status == 200)
        kept.append(await blynk.cloud.account.device?.events.count ?? 0)
      }
      #expect(kept == [1, 1, 2, 2, 1])
    }
  }
}
