import Core
import HTTP
import Testing

@testable import PracticeClouds

/// Faults that act inside Blynk's device API.
@Suite("Faults of Blynk's device API")
struct BlynkFaultTests {
  @Test("in the wrong region the answer is a 308 that names the right one, with the same query")
  func wrongRegion() async throws {
    try await BlynkBench.run { blynk async throws in
      blynk.faults.set(.blynkWrongRegion, on: true)
      let reply = try await blynk.ask("update", "V17=1")
      #expect(reply.status == 308)
      #expect(reply.body.isEmpty)
      let port = blynk.url.split(separator: ":")[2]
      let there = "http://localhost:\(port)/external/api/update?token=\(blynk.token)&V17=1"
      #expect(reply.header("location") == there)
      #expect(try await blynk.transport.send(Request(.get, MaskedText(there))).status == 200)
      blynk.faults.reset()
      #expect(try await blynk.ask("get", "V17").text == "1")
    }
  }

  @Test("a changed token is unknown")
  func badToken() async throws {
    try await BlynkBench.run { blynk async throws in
      blynk.faults.set(.blynkBadToken, on: true)
      #expect(try await blynk.ask("getAll").text == #"{"error":{"message":"Invalid token."}}"#)
    }
  }

  @Test("without its datastream V16 is refused, and the other streams live on")
  func missing() async throws {
    try await BlynkBench.run { blynk async throws in
      blynk.faults.set(.blynkDatastreamMissing, on: true)
      #expect(try await blynk.ask("update", "V16=1").text.contains("No datastream setup"))
      #expect(try await blynk.ask("update", "V17=1").status == 200)
    }
  }

  @Test("with V6 as Integer a batch with a time in it is refused whole")
  func wrongType() async throws {
    try await BlynkBench.run { blynk async throws in
      blynk.faults.set(.blynkDatastreamType, on: true)
      let reply = try await blynk.ask("batch/update", "V6=2026-07-21T10:00:00.000Z&V17=1")
      #expect(reply.status == 400)
      #expect(reply.text.contains("Value doesn't match the Datastream data type"))
      #expect(try await blynk.ask("get", "V17").text == "0")
    }
  }

  @Test("a missing echo is taken and not stored; a stale one leaves the time of the last")
  func echo() async throws {
    try await BlynkBench.run { blynk async throws in
      blynk.faults.set(.echoMissing, on: true)
      #expect(try await blynk.ask("batch/update", "V6=b&V14=2&V17=1").status == 200)
      #expect(try await blynk.ask("getAll").text == "{}")
      blynk.faults.reset()
      blynk.faults.set(.echoStale, on: true)
      #expect(try await blynk.ask("batch/update", "V6=b&V14=2&V17=1").status == 200)
      #expect(try await blynk.ask("getAll").text == #"{"v17":1}"#)
    }
  }

  @Test("too fast and broken clouds answer with a status and no more")
  func statuses() async throws {
    try await BlynkBench.run { blynk async throws in
      blynk.faults.set(.rateLimited, on: true)
      #expect(try await blynk.ask("get", "V16").status == 429)
      blynk.faults.set(.cloudError, on: true)
      #expect(try await blynk.ask("get", "V16").status == 500)
    }
  }
}
