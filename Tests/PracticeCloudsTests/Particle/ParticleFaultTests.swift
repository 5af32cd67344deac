import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

/// The faults of Particle's side in whole clouds, as seen from outside; taken back, a value makes
/// the whole way again.
struct ParticleFaultTests {
  @Test(
    "the device does as it is told, and what it says does not reach Blynk",
    arguments: [
      (Fault.eventWrongName, ["Blynk_https_get"]),
      (.integrationWrongEvent, ["blynk_https_get"]),
      (.payloadTruncated, ["blynk_https_get", "hook-error/blynk_https_get/0"]),
      (.payloadWrongToken, ["blynk_https_get", "hook-error/blynk_https_get/0"]),
      (.integrationWrongURL, ["blynk_https_get", "hook-error/blynk_https_get/0"]),
      (.integrationWrongField, ["blynk_https_get", "hook-error/blynk_https_get/0"]),
      (.integrationDefaultFields, ["blynk_https_get", "hook-error/blynk_https_get/0"]),
      (.integrationSleeping, ["blynk_https_get", "hook-error/blynk_https_get/0"]),
    ])
  func forward(_ fault: Fault, _ names: [String]) async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      try await practice.pull(fault)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      _ = try await events.next(names.last ?? "")
      #expect(events.seen == names)
      await practice.clouds.settle()
      #expect(try await practice.variable("calls") == 1)
      #expect(try await practice.blynk("get", "V17").text == "0")
      practice.clouds.faults.set(fault, on: false)
      #expect(try await practice.blynk("update", "V16=0").status == 200)
      _ = try await events.next("hook-sent/blynk_https_get")
    }
  }

  @Test("a refused call is counted by the device, answered with -1, and reported by nobody")
  func refused() async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(.functionRefused)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      await practice.clouds.settle()
      #expect(try await practice.variable("calls") == 1)
      #expect(try await practice.variable("last_arg") == "1")
      let call = try await practice.particle(
        .post, "/v1/devices/\(practice.start.deviceID)/blynk_led", body: .json(#"{"args":"1"}"#))
      #expect(JSONValue(parsing: call.body)?["return_value"] == -1)
      await practice.clouds.settle()
      #expect(try await practice.blynk("get", "V17").text == "0")
    }
  }

  @Test("an integration made twice shows twice, and sends twice")
  func duplicate() async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      try await practice.pull(.integrationDuplicate)
      let list = JSONValue(parsing: try await practice.particle(.get, "/v1/integrations").body)
      #expect(Set(list?.array?.compactMap { $0["id"]?.plain } ?? []).count == 2)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      for _ in 0..<2 { _ = try await events.next("hook-sent/blynk_https_get") }
      #expect(events.seen.filter { $0 == "blynk_https_get" }.count == 1)
    }
  }

  @Test("an event may come twice (particle:event-best-effort)")
  func eventTwice() async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      try await practice.pull(.eventDuplicate)
      #expect(try await practice.blynk("update", "V16=1").status == 200)
      for _ in 0..<2 { _ = try await events.next("hook-sent/blynk_https_get") }
      #expect(events.seen.filter { $0 == "blynk_https_get" }.count == 2)
    }
  }

  @Test("an event may come after the next (particle:event-best-effort)")
  func eventLate() async throws {
    // Held back until the next one, however slow this machine is.
    try await PracticeBench.run(change: { $0.particle.reorderHold = .seconds(3600) }) { practice in
      var events = try await practice.events()
      try await practice.pull(.eventReordered)
      for value in [1, 0] {
        let call = try await practice.particle(
          .post, "/v1/devices/\(practice.start.deviceID)/blynk_led",
          body: .json(MaskedText(#"{"args":"\#(value)"}"#)))
        #expect(JSONValue(parsing: call.body)?["return_value"] == .number(Double(value)))
      }
      var echoes: [JSONValue?] = []
      for _ in 0..<2 {
        let event = try await events.next("blynk_https_get")
        echoes.append(JSONValue(parsing: event["data"]?.plain ?? "")?["v17"])
      }
      #expect(echoes == [0, 1])
    }
  }
}
