import Core
import Foundation
import TestSupport
import Testing

@testable import HTTP
@testable import Recording

/// Secrets in every disguise, put wherever something travels: none may be in the recording.
@Suite struct CanaryTests {
  /// How often each spelling in each place, with other values; so many of them in a recording.
  static let rounds = Storm.count(of: 4, sample: 1)
  static let cases = 6

  @Test("no canary survives, in whatever encoding and place")
  func survive() async throws {
    var chance = SeededGenerator(seed: 6)
    let canaries = (0..<(Canary.pairs * CanaryTests.rounds)).map {
      Canary(number: $0, using: &chance)
    }
    try #require(canaries.count >= 200)
    for start in stride(from: 0, to: canaries.count, by: CanaryTests.cases) {
      try await record(Array(canaries[start...].prefix(CanaryTests.cases)))
    }
  }

  @Test("where the redaction fails, what holds a canary is refused, in whatever encoding and place")
  func refused() async throws {
    var chance = SeededGenerator(seed: 7)
    let canaries = (0..<Canary.pairs).map { Canary(number: $0, using: &chance) }
    for canary in canaries where canary.place != .login {
      let stage = try RecordingStage()
      let recorder = try stage.recorder(.failing)
      recorder.know([canary.secret])
      try await send(canary, over: recorder)
      let isRefused = recorder.error != nil
      recorder.end()
      #expect(isRefused, "\(canary): \(canary.spelt)")
      let text = try stage.text
      #expect(!Canary.readings(of: text).contains { $0.contains(canary.value) }, "\(canary)")
    }
  }

  private func send(_ canary: Canary, over recorder: Recorder) async throws {
    let cloud = RecordingStage.cloud([canary.reply], parts: canary.parts).recorded(by: recorder)
    if canary.parts.isEmpty {
      _ = try await cloud.send(canary.request)
    } else {
      for try await _ in cloud.stream(canary.request) {}
    }
  }

  private func record(_ canaries: [Canary]) async throws {
    let stage = try RecordingStage()
    let recorder = try stage.recorder()
    for canary in canaries {
      if canary.isKnown { recorder.know([canary.secret]) }
      try await send(canary, over: recorder)
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
