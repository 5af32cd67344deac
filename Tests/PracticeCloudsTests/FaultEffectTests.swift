import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

/// Each fault breaks its own leg of the round trip and no earlier one, as seen from outside; taken
/// back, the next value makes the whole way again.
@Suite("Faults")
struct FaultTests {
  @Test(
    "Blynk refuses the value",
    arguments: [
      (Fault.blynkWrongRegion, 308), (.blynkBadToken, 400), (.blynkDatastreamMissing, 400),
      (.blynkMessageLimit, 400),
      (.rateLimited, 429), (.cloudError, 500),
    ])
  func write(fault: Fault, status: Int) async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(fault)
      #expect(try await practice.blynk("update", "V16=1").status == status)
      try await recover(practice, from: fault, value: 1, calls: 1)
    }
  }

  @Test(
    "Blynk takes the value, and the device's function never gets it",
    arguments: [
      (Fault.webhookNotFiring, [String]()), (.webhookDisabled, []), (.webhookMissing, []),
      (.webhookWrongPin, []), (.webhookQuota, ["dropped"]),
      (.webhookWrongToken, ["401 Failed"]), (.webhookWrongFunction, ["404 Failed"]),
      (.particleBadToken, ["401 Failed"]), (.particleTokenExpired, ["401 Failed"]),
      (.particleDeviceUnknown, ["403 Failed"]), (.deviceOffline, ["400 Failed"]),
      (.functionMissing, ["404 Failed"]), (.deviceStarting, ["404 Failed"]),
      (.deviceSafeMode, ["404 Failed"]), (.functionTimeout, ["400 Failed"]),
    ])
  func call(fault: Fault, results: [String]) async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(fault)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      await practice.clouds.settle()
      let state = try await practice.admin(.get, "/state").json
      let log = state["blynk"]?["webhook_log"]?.array ?? []
      #expect(log.map { $0["result"]?.string } == results)
      try await recover(practice, from: fault, value: 1, calls: 1)
    }
  }

  @Test("the webhook calls another device, which moves, and reports as itself")
  func wrongDevice() async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(.webhookWrongDevice)
      let devices = try await practice.particle(.get, "/v1/devices")
      #expect(JSONValue(parsing: devices.body)?.array?.count == 2)
      var events = try await practice.events()
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      let event = try await events.next("blynk_https_get")
      #expect(event["coreid"]?.string != practice.start.deviceID)
      _ = try await events.next("hook-sent/")
      #expect(try await practice.blynk("get", "V17").text == "0")
      try await recover(practice, from: .webhookWrongDevice, value: 1, calls: 1)
    }
  }

  @Test("a cut value is taken, and reads back as something else")
  func clamped() async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      let before = try await practice.blynk("get", "V6").text
      try await practice.pull(.blynkValueClamped)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      _ = try await events.next("hook-sent/")
      #expect(try await practice.blynk("get", "V17").text == "0")
      #expect(try await practice.blynk("get", "V6").text > before)
      try await recover(practice, from: .blynkValueClamped, value: 0, calls: 2)
    }
  }

  @Test("a proxy's page of HTML comes from either cloud, and never reaches them")
  func errorPage() async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(.errorPage)
      #expect(try await practice.blynk("update", "V16=1").status == 502)
      #expect(try await practice.particle(.get, "/v1/devices").status == 502)
      practice.clouds.faults.set(.errorPage, on: false)
      #expect(try await practice.blynk("get", "V16").text == "0")
    }
  }

  @Test("the function gets the literal placeholder, and says so only by -1")
  func wrongBody() async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(.webhookWrongBody)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      await practice.clouds.settle()
      #expect(try await practice.variable("last_arg") == "{device_pinvalue}")
      try await recover(practice, from: .webhookWrongBody, value: 1, calls: 2)
    }
  }

  @Test("the device does as it is told, and its event is lost")
  func publish() async throws {
    try await PracticeBench.run { practice async throws in
      let before = try await practice.blynk("get", "V6").text
      try await practice.pull(.eventNotPublished)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      await practice.clouds.settle()
      #expect(try await practice.variable("calls") == 1)
      #expect(try await practice.variable("last_arg") == "1")
      #expect(try await practice.blynk("get", "V6").text == before)
      #expect(try await practice.blynk("get", "V17").text == "0")
    }
  }

  @Test(
    "the event is published and goes no further",
    arguments: [
      Fault.integrationMissing, .integrationDisabled,
    ])
  func forward(fault: Fault) async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      try await practice.pull(fault)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      _ = try await events.next("blynk_https_get")
      await practice.clouds.settle()
      #expect(try await practice.blynk("get", "V17").text == "0")
      practice.clouds.faults.set(fault, on: false)
      #expect(try await practice.blynk("update", "V16=0").status == 200)
      _ = try await events.next("hook-sent/blynk_https_get")
      #expect(
        events.seen == ["blynk_https_get", "blynk_https_get", "hook-sent/blynk_https_get"])
    }
  }

  @Test(
    "the integration is told an error",
    arguments: [
      (Fault.integrationError, "error status 500 from 127.0.0.1"),
      (.blynkDatastreamType, "error status 400 from 127.0.0.1"),
      (.payloadNotJSON, "error status 400 from 127.0.0.1"),
      (.payloadNotObject, "error status 400 from 127.0.0.1"),
      (.payloadMissingField, "error status 400 from 127.0.0.1"),
      (.payloadWrongValue, "error status 400 from 127.0.0.1"),
    ])
  func forwardError(fault: Fault, text: String) async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      try await practice.pull(fault)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      let error = try await events.next("hook-")
      #expect(events.seen == ["blynk_https_get", "hook-error/blynk_https_get/0"])
      #expect(error["data"]?.string == text)
      #expect(try await practice.blynk("get", "V17").text == "0")
      try await recover(practice, from: fault, value: 0, calls: 2)
    }
  }

  @Test(
    "Blynk takes the report; the echo is not there, or its time is the old one",
    arguments: [
      (Fault.echoMissing, "0"), (.echoStale, "1"),
    ])
  func read(fault: Fault, echo: String) async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      let before = try await practice.blynk("get", "V6").text
      try await practice.pull(fault)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      _ = try await events.next("hook-")
      #expect(events.seen == ["blynk_https_get", "hook-sent/blynk_https_get"])
      #expect(try await practice.blynk("get", "V6").text == before)
      #expect(try await practice.blynk("get", "V17").text == echo)
      try await recover(practice, from: fault, value: 0, calls: 2)
    }
  }

  @Test("with V16 in the integration the device is called a second time, unasked")
  func loop() async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      try await practice.pull(.loopV16)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      _ = try await events.next("hook-sent/blynk_https_get")
      await practice.clouds.settle()
      #expect(try await practice.variable("calls") == 2)
      #expect(try await practice.blynk("get", "V17").text == "1")
    }
  }

  /// Takes the fault back, sends a value round, and asks how often the device was called in all.
  private func recover(
    _ practice: PracticeBench, from fault: Fault, value: Int, calls: Int
  ) async throws {
    practice.clouds.faults.set(fault, on: false)
    var events = try await practice.events()
    #expect(try await practice.blynk("update", "V16=\(value)").status == 200)
    _ = try await events.next("hook-sent/blynk_https_get")
    #expect(try await practice.blynk("get", "V17").text == "\(value)")
    #expect(try await practice.variable("calls") == .number(Double(calls)))
  }
}
