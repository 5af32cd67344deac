import Core
import HTTP
import HTTPTestServer
import Synchronization
import Testing

@testable import PracticeClouds

@Suite("PracticeClouds")
struct PracticeEnvironmentTests {
  @Test("a value goes the whole way round: Blynk, webhook, device, event, integration, Blynk")
  func lap() async throws {
    try await PracticeBench.run { practice async throws in
      try await lap(practice, value: 1)
      try await lap(practice, value: 0)
    }
  }

  /// Writes V16, waits for the event and the integration on the stream, and reads V17.
  private func lap(_ practice: PracticeBench, value: Int) async throws {
    var events = try await practice.events()
    let before = try await practice.blynk("get", "V6").text
    #expect(try await practice.blynk("update", "V16=\(value)").status == 200)
    let event = try await events.next("blynk_https_get")
    let data = JSONValue(parsing: Array((event["data"]?.string ?? "").utf8))
    #expect(data?["v17"] == .number(Double(value)))
    #expect(data?["t"]?.string == practice.start.authToken)
    #expect(event["coreid"]?.string == practice.start.deviceID)
    let sent = try await events.next("hook-")
    #expect(events.seen.last == "hook-sent/blynk_https_get")
    #expect(sent["coreid"] == "particle-internal")
    #expect(try await practice.blynk("get", "V17").text == "\(value)")
    let after = try await practice.blynk("get", "V6").text
    #expect(after == event["published_at"]?.string)
    #expect(after > before)
  }

  @Test("the switch in the app makes the same way")
  func flip() async throws {
    try await PracticeBench.run { practice async throws in
      var events = try await practice.events()
      let reply = try await practice.admin(.post, "/flip", #"{"value":1}"#)
      #expect(reply.json.text == #"{"ok":true,"pin":"V16","value":"1"}"#)
      _ = try await events.next("hook-sent/")
      #expect(try await practice.blynk("get", "V17").text == "1")
    }
  }

  @Test("what was kept comes back on other ports, with tokens and values, and makes the lap")
  func snapshot() async throws {
    let kept = Mutex<[UInt8]>([])
    try await PracticeBench.run {
      $0.onChange = { bytes in kept.withLock { $0 = bytes } }
    } _: { first async throws in
      // The value is kept with the change of structure that comes after it.
      _ = try await first.blynk("update", "V16=1")
      #expect(try await first.admin(.post, "/blueprint").status == 200)
      // Opened while the first still holds its ports.
      try await PracticeBench.run {
        $0.seed = 8
        $0.ready = false
        $0.snapshot = kept.withLock { $0 }
      } _: { second async throws in
        #expect(second.start.particle != first.start.particle)
        #expect(second.start.accessToken == first.start.accessToken)
        #expect(second.start.authToken == first.start.authToken)
        #expect(second.start.deviceID == first.start.deviceID)
        #expect(second.start.templateID == first.start.templateID)
        #expect(try await second.blynk("get", "V16").text == "1")
        await first.clouds.stop()
        try await lap(second, value: 1)
      }
    }
  }

  @Test("a change is kept before its reply goes out")
  func keptInTime() async throws {
    let states = Mutex<[[UInt8]]>([])
    try await PracticeBench.run {
      $0.ready = false
      $0.onChange = { bytes in states.withLock { $0.append(bytes) } }
    } _: { practice async throws in
      let changes: [(Request.Method, String, String)] = [
        (.post, "/template", #"{"name":"Mine"}"#),
        (.post, "/datastreams", #"{"pin":"V16","type":"Integer","min":0,"max":1}"#),
        (.post, "/activate", "{}"),
        (.post, "/webhook", #"{"name":"w","pin":"V16","url":"https://example.com/"}"#),
        (.delete, "/webhook", "{}"),
        (.post, "/device", #"{"online":false}"#),
      ]
      for (method, path, body) in changes {
        let before = states.withLock { $0 }
        #expect(try await practice.admin(method, path, body).status == 200)
        let after = states.withLock { $0 }
        #expect(after.count == before.count + 1, "\(path)")
        #expect(after.last != before.last, "\(path)")
      }
    }
  }

  @Test("a start that is not ready has a device without functions and a token Blynk does not know")
  func startState() async throws {
    try await PracticeBench.run {
      $0.ready = false
    } _: { practice async throws in
      let device = try await practice.particle(.get, "/v1/devices/\(practice.start.deviceID)")
      let json = try #require(JSONValue(parsing: device.body))
      #expect(json["online"] == true)
      #expect(json["functions"]?.array?.isEmpty != false)
      #expect(try await practice.blynk("getAll").status == 400)
      let reply = try await practice.admin(.post, "/blueprint")
      #expect(reply.json["auth_token"]?.string == practice.start.authToken)
      #expect(reply.json["template_id"]?.string == practice.start.templateID)
      #expect(reply.json["template_name"] == "Particle Device")
      #expect(try await practice.blynk("getAll").status == 200)
    }
  }

  @Test("three ports in a row from the base on; a taken one is named", arguments: 0...2)
  func ports(offset: Int) async throws {
    let blocker = try await PracticeServer.listen { _ in .empty(200) }
    let base = blocker.port - offset
    let error = await #expect(throws: PracticeError.self) {
      try await PracticeBench.run {
        $0.portBase = base
      } _: { _ in
      }
    }
    await blocker.stop()
    // A port before it may be another test's.
    #expect((base...blocker.port).map(PracticeError.portInUse).contains(error))
  }

  @Test("a port base beyond the last port is refused", arguments: [-1, 65534, 70000])
  func portBase(base: Int) async throws {
    await #expect(throws: PracticeError.portBaseOutOfRange(base)) {
      try await PracticeBench.run {
        $0.portBase = base
      } _: { _ in
      }
    }
  }

  @Test("an unknown fault stops the start, and so does a damaged snapshot")
  func refusedStart() async throws {
    await #expect(throws: PracticeError.unknownFault("device-ofline", nearest: "device-offline")) {
      try await PracticeBench.run {
        $0.faults = ["device-ofline"]
      } _: { _ in
      }
    }
    await #expect(throws: PracticeError.self) {
      try await PracticeBench.run {
        $0.snapshot = Array("{}".utf8)
      } _: { _ in
      }
    }
  }

  @Test("the start line has the keys of the design, in order")
  func line() async throws {
    try await PracticeBench.run { practice async throws in
      let line = try #require(JSONValue(parsing: Array(practice.start.line.utf8))?.object)
      let keys = [
        "particle", "blynk", "access_token", "device_id", "auth_token", "template_id", "admin",
        "username", "password", "pid",
      ]
      #expect(line.members.map(\.name) == keys)
      #expect(practice.start.accessToken.count == 40)
      #expect(practice.start.deviceID.count == 24)
      #expect(practice.start.authToken.count == 32)
      #expect(practice.start.templateID.hasPrefix("TMPL"))
    }
  }
}
