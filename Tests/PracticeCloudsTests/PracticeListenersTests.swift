import Core
import HTTP
import HTTPTestServer
import Testing

@testable import PracticeClouds

@Suite("PracticeDoors")
struct PracticeListenersTests {
  @Test(
    "a shut port refuses, the other cloud answers, and taken back the port is the same",
    arguments: [Fault.networkUnreachable, .particleUnreachable])
  func shut(fault: Fault) async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(fault)
      let isBlynk = fault == .networkUnreachable
      await #expect(throws: WireError.self) {
        _ =
          isBlynk
          ? try await practice.blynk("get", "V16") : try await practice.particle(.get, "/v1/user")
      }
      #expect(try await practice.blynkOrNil()?.status == (isBlynk ? nil : 200))
      try await practice.clouds.pull(fault, on: false)
      #expect(try await practice.blynk("get", "V16").status == 200)
      #expect(try await practice.particle(.get, "/v1/user").status == 200)
    }
  }

  @Test("a port that is another program's by now is named")
  func taken() async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.clouds.pull(.networkUnreachable, on: true)
      let port = try #require(Int(practice.start.blynk.split(separator: ":")[2]))
      let thief = try await PracticeServer.listen(port: port) { _ in .empty(200) }
      await #expect(throws: PracticeError.portInUse(port)) {
        try await practice.clouds.pull(.networkUnreachable, on: false)
      }
      let reply = try await practice.admin(
        .post, "/fault", #"{"name":"network-unreachable","on":false}"#)
      #expect(reply.status == 400)
      #expect(reply.json["error"]?.string == "Port \(port) is another program's by now.")
      await thief.stop()
    }
  }

  @Test("an impostor sends plain HTTP to TLS, where nobody trusts its certificate")
  func impostor() async throws {
    try await PracticeBench.run { practice async throws in
      try await practice.pull(.tlsUntrusted)
      let plain = try await practice.blynk("get", "V16")
      #expect(plain.status == 308)
      let secure = try #require(plain.header("location"))
      #expect(secure.hasPrefix(practice.start.blynk.replacing("http:", with: "https:")))
      do {
        _ = try await practice.transport.send(Request(.get, MaskedText(secure)))
        Issue.record("the certificate was trusted")
      } catch WireError.tlsUntrusted(let host, _) {
        #expect(host.hasPrefix("127.0.0.1"))
      }
      try await practice.clouds.pull(.tlsUntrusted, on: false)
      #expect(try await practice.blynk("get", "V16").text == "0")
    }
  }

  @Test("other regions listen on ports of their own, and send home with a 308")
  func regions() async throws {
    try await PracticeBench.run {
      $0.blynk.otherRegions = ["lon1", "sgp1"]
    } _: { practice async throws in
      let regions = try await practice.admin(.get, "/state").json["blynk"]?["regions"]
      let london = try #require(regions?["lon1"]?.string)
      let path = "/external/api/get?token=\(practice.start.authToken)&V16"
      let away = try await practice.transport.send(Request(.get, MaskedText(london + path)))
      #expect(away.status == 308)
      #expect(away.header("location") == practice.start.blynk + path)
      try await practice.pull(.blynkWrongRegion)
      let moved = try await practice.blynk("get", "V16")
      #expect(moved.status == 308)
      #expect(moved.header("location") == "\(london)\(path)&".replacing("V16&", with: "V16"))
      let there = try await practice.transport.send(Request(.get, MaskedText(london + path)))
      #expect(there.text == "0")
      let third = try #require(regions?["sgp1"]?.string)
      let last = try await practice.transport.send(Request(.get, MaskedText(third + path)))
      #expect(last.header("location") == london + path)
    }
  }
}

extension PracticeBench {
  /// Blynk's answer to a reading; nil when nobody answers.
  fileprivate func blynkOrNil() async throws -> Response? {
    do { return try await blynk("get", "V16") } catch is WireError { return nil }
  }
}
