import Core
import HTTP
import Testing

@testable import ParticleAPI

@Suite("Particle's event stream")
struct EventFeedTests {
  static func feed(_ parts: [StreamPart]) -> EventFeed {
    EventFeed(
      request: Request(.get, "https://particle.example/v1/devices/events"),
      parts: AsyncThrowingStream { continuation in
        for part in parts { continuation.yield(part) }
        continuation.finish()
      })
  }

  @Test("events are read with their name from the event line, a broken one is a pulse")
  func parts() async throws {
    let data = """
      {"data":"{\\"v17\\":1}","ttl":"60","published_at":"2024-05-01T09:30:12.174Z","coreid":"e00f"}
      """
    var seen: [EventFeedPart] = []
    for try await part in Self.feed([
      .opened, .pulse, .event(ServerSentEvent(name: "blynk_https_get", data: data)),
      .event(ServerSentEvent(name: "hook-sent/x", data: #"{"data":null,"ttl":60}"#)),
      .event(ServerSentEvent(name: "x", data: "{")),
    ]) {
      seen.append(part)
    }
    #expect(
      seen == [
        .opened, .pulse,
        .event(
          CloudEvent(
            name: "blynk_https_get", data: #"{"v17":1}"#,
            publishedAt: "2024-05-01T09:30:12.174Z", coreID: "e00f")),
        .event(CloudEvent(name: "hook-sent/x", data: "")), .pulse,
      ])
  }
}
