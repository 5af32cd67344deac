import Foundation
import Ground
import Testing
import Yardstick

@testable import Wire

/// Secrets in every disguise, put wherever something travels: none may be in the recording.
@Suite struct CanaryTests {
  /// So many recordings, each with so many canaries in it.
  static let recordings = 60
  static let cases = 20

  @Test("no canary survives, in whatever encoding and place")
  func survive() async throws {
    var chance = SeededGenerator(seed: 6)
    for recording in 0..<CanaryTests.recordings {
      let canaries = (0..<CanaryTests.cases).map { number in
        Canary(number: recording * CanaryTests.cases + number, using: &chance)
      }
      try await record(canaries)
    }
  }

  private func record(_ canaries: [Canary]) async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    for canary in canaries {
      if canary.isKnown { recorder.know([canary.secret]) }
      let cloud = RecordingStage.cloud([canary.reply], parts: canary.parts).recorded(by: recorder)
      if canary.parts.isEmpty {
        _ = try await cloud.send(canary.request)
      } else {
        for try await _ in cloud.stream(canary.request) {}
      }
      try #require(recorder.error == nil, "\(canary): \(canary.spelt)")
    }
    recorder.end()
    #expect(try stage.recording.exchanges.count == canaries.count)
    let text = try stage.text
    let readings = Canary.readings(of: text)
    for canary in canaries {
      #expect(!Canary.forms(of: canary.value).contains { text.contains($0) }, "\(canary)")
      #expect(!readings.contains { $0.contains(canary.value) }, "\(canary), decoded")
    }
  }
}
