import Core
import HTTP
import Testing

@testable import PracticeClouds

/// Event streams of several clients at once, over HTTP.
@Suite("Conversations: streams")
struct ConversationStreamTests {
  private static let count = 500

  @Test("three streams get every event once and in order, whoever publishes")
  func threeStreams() async throws {
    try await PracticeBench.run { practice async throws in
      var readers = [
        try await practice.events(), try await practice.events(), try await practice.events(),
      ]
      for number in 0..<Self.count { try await publish("count/\(number)", practice) }
      try await publish("last", practice)
      for index in readers.indices {
        _ = try await readers[index].next("last")
        #expect(readers[index].seen == (0..<Self.count).map { "count/\($0)" } + ["last"])
      }
    }
  }

  @Test("streams opened and closed are forgotten by the cloud", .timeLimit(.minutes(1)))
  func forgotten() async throws {
    try await PracticeBench.run { practice async throws in
      for _ in 0..<200 { _ = try await practice.events() }
      // The cloud hears of an ending a moment after the line does.
      while await practice.clouds.parts.particle.streamCount > 0 { await Task.yield() }
      #expect(await !practice.clouds.parts.particle.isKeepingStreamsAlive)
    }
  }

  @Test("closing the clouds ends streams in good order")
  func closing() async throws {
    try await PracticeBench.run { practice async throws in
      var readers = [try await practice.events(), try await practice.events()]
      await practice.clouds.stop()
      for index in readers.indices {
        await #expect(throws: EventReader.Failure.self) { _ = try await readers[index].next("x") }
      }
    }
  }

  private func publish(_ name: String, _ practice: PracticeBench) async throws {
    let reply = try await practice.particle(
      .post, "/v1/devices/events", body: .form([QueryItem("name", "\(name)")]))
    try #require(reply.status == 200)
  }
}
