import Recording
import Core
import Foundation
import HTTP
import Synchronization
import Testing

@testable import Footbridge

/// `replay --diff`: a recording beside the clouds as they answer now.
@Suite("Comparison of recordings")
struct RecordingComparisonTests {
  private static let device = "https://api.particle.io/v1/devices/e00fce68aabbccddeeff0011"
  private static let pins =
    "https://ny3.blynk.cloud/external/api/get?token=‹blynk.auth_token›&V16&V17"

  /// What was asked.
  private final class Log: Sendable { let lines = Mutex<[String]>([]) }

  private static func recording() throws -> HTTPArchive {
    func exchange(_ at: Int, _ method: String, _ url: String, _ body: String) -> RecordedExchange {
      RecordedExchange(
        started: Instant(microseconds: at), request: RecordedRequest(method: method, url: url),
        reply: RecordedReply(
          status: 200, body: RecordedBody(type: "application/json", bytes: Array(body.utf8))))
    }
    var stream = exchange(3, "GET", "https://api.particle.io/v1/devices/events", "")
    stream.eventTimes = []
    let entries = [
      exchange(1, "GET", device, #"{"id":"1","mfa":{"enabled":true},"list":[{"a":1}]}"#),
      exchange(2, "GET", pins, #"{"V16":1,"V17":1}"#), stream,
      exchange(4, "GET", pins.replacing("/get?", with: "/update?"), ""),
      exchange(5, "POST", device + "/blynk_led", #"{"return_value":1}"#),
    ].map(\.json)
    let log: JSONNode = ["log": ["entries": .list(entries)]]
    return try HTTPArchive(Array(log.line.utf8), file: "x")
  }

  /// What the comparison says when the device and the pins are answered so.
  private func compare(
    _ device: Response, _ pins: Response
  ) async throws -> (words: [String], asked: Int, left: Int) {
    let token = Secret("-AbCdEfGhIjKlMnOpQrStUvWxYz01234", name: "blynk.auth_token")
    let log = Log()
    let transport = Transport(
      send: { request in
        let shown = ExchangeExcerpt(request, Response(status: 0)).asked
        log.lines.withLock { $0.append(shown) }
        return shown.contains("/v1/") ? device : pins
      }, stream: { _ in AsyncThrowingStream { $0.finish() } })
    let found = try await RecordingComparison(
      recording: try Self.recording(), particleURL: "http://127.0.0.1:1",
      blynkURL: "http://127.0.0.1:2", secrets: [token], transport: transport,
      timeout: .seconds(1)
    ).run()
    #expect(
      log.lines.withLock { $0 } == [
        "GET http://127.0.0.1:1/v1/devices/e00fce68aabbccddeeff0011",
        "GET http://127.0.0.1:2/external/api/get?token=‹blynk.auth_token›&V16&V17",
      ])
    return (found.differences.map { "\($0.number) \($0.words)" }, found.asked, found.left)
  }

  private static func reply(_ text: String, status: Int = 200) -> Response {
    Response(status: status, body: Array(text.utf8))
  }

  private static let deviceNow = reply(
    #"{"list":[{"a":2},{"a":3}],"mfa":{"enabled":false},"id":"2"}"#)
  private static let pinsNow = reply(#"{"V16":0,"V17":0}"#)

  @Test("other values in the same fields are the same; what writes or listens is left alone")
  func same() async throws {
    let found = try await compare(Self.deviceNow, Self.pinsNow)
    #expect(found.words == [] && found.asked == 2 && found.left == 3)
  }

  @Test("another status is told, with the fields that it took along")
  func status() async throws {
    let refused = Self.reply(#"{"error":{"message":"Invalid token."}}"#, status: 400)
    let found = try await compare(Self.deviceNow, refused)
    #expect(
      found.words == [
        "2 [status: recorded 200, now 400, gone: V16 and V17, new: error and error.message]"
      ])
  }

  @Test("a field that is gone is told, and one that is new, wherever they stand")
  func fields() async throws {
    let now = Self.reply(#"{"id":"1","name":"bench","mfa":{},"list":[{"b":1}]}"#)
    let found = try await compare(now, Self.pinsNow)
    #expect(
      found.words == [
        "1 [gone: list[].a and mfa.enabled, new: list[].b and name]"
      ])
  }

  @Test("a cloud that is not there is no difference: it could not be asked")
  func unreachable() async throws {
    let transport = Transport(
      send: { _ in throw WireError.unreachable(host: "x", reason: "no") },
      stream: { _ in AsyncThrowingStream { $0.finish() } })
    await #expect(throws: WireError.unreachable(host: "x", reason: "no")) {
      try await RecordingComparison(
        recording: try Self.recording(), particleURL: nil, blynkURL: nil, secrets: [],
        transport: transport, timeout: .seconds(1)
      ).run()
    }
  }
}
