import Recording
import Core
import Foundation
import HTTP

/// What recordings cost: a request answered out of a short and out of a long one, an exchange
/// written down, and what an exchange takes on the disk.
struct RecordingCost {
  private let folder: String

  private static let token = Secret(
    "0123456789abcdef0123456789abcdef01234567", name: "particle.access_token")

  private static let body = Array(
    (#"{"id":"e00fce681fffffffffc08949","name":"practice-boron","connected":true,"online":true,"#
      + #""platform_id":13,"functions":["blynk_led"],"variables":{"calls":"int32"},"notes":"none"}"#)
      .utf8)

  /// A cloud that takes no time.
  private static let cloud = Transport(
    send: { _ in
      Response(
        status: 200, headers: [("Content-Type", "application/json; charset=utf-8")], body: body)
    },
    stream: { _ in AsyncThrowingStream { $0.finish() } })

  /// Microseconds, and bytes.
  static func measure() async throws -> [String: Double] {
    let folder = FileManager.default.temporaryDirectory.path + "/footbridge-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cost = RecordingCost(folder: folder)
    let short = try await cost.record(20)
    let long = try await cost.record(10_000)
    return [
      "replay_20": try await cost.replay(short.file, of: 20),
      "replay_10000": try await cost.replay(long.file, of: 10_000),
      "record": long.each, "bytes": long.bytes,
    ]
  }

  private func request(_ number: Int) -> Request {
    Request(
      .get, "https://api.particle.io/v1/devices/e00fce681fffffffff\(100_000 + number)",
      headers: [HeaderField("Authorization", "Bearer \(RecordingCost.token)")])
  }

  /// The mean of so many calls, in microseconds.
  private func mean(_ count: Int, _ work: (Int) async throws -> Void) async throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<count { try await work(number) }
    return (clock.now - start) / .microseconds(1) / Double(count)
  }

  private func record(_ count: Int) async throws -> (file: String, each: Double, bytes: Double) {
    let file = "\(folder)/\(count).har"
    let start = ContinuousClock.now
    let recorder = try Recorder(path: file, creator: (name: "bench", version: "1")) {
      let passed = (ContinuousClock.now - start) / .microseconds(1)
      return Instant(microseconds: 1_800_000_000_000_000 + Int(passed))
    }
    let transport = RecordingCost.cloud.recorded(by: recorder)
    let each = try await mean(count) { _ = try await transport.send(request($0)) }
    recorder.end()
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    return (file, each, Double(size) / Double(count))
  }

  private func replay(_ file: String, of count: Int) async throws -> Double {
    let transport = Transport.replaying(Replay(try HTTPArchive.read(file)))
    _ = try await transport.send(request(0))
    return try await mean(2_000) { _ = try await transport.send(request($0 % count)) }
  }
}
