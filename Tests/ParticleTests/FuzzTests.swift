import Testing
import Yardstick
import Wire

@testable import Particle

@Suite("Replies of any bytes")
struct FuzzTests {
  static let seeds = [
    #"{"id":"a","name":"b","online":true,"functions":["f"],"variables":{"v":"double"}}"#,
    #"[{"id":"a","event":"x","query":{"V6":"{{{y}}}"},"noDefaults":"true"}]"#,
    #"{"ok":false,"code":500,"errors":[["Core isn't online",404],{"status":"x"},"y"],"output":"z"}"#,
    #"{"error":"invalid_token","error_description":"The access token provided has expired."}"#,
    #"{"data":"{\"t\":\"x\",\"v14\":1}","ttl":"60","published_at":"2024-05-01T09:30:12.174Z"}"#,
    #"{"name":"v","result":1e999,"return_value":2147483648,"expires_at":[]}"#,
  ]

  /// Random bytes, or a documented reply with some bytes changed, cut out or put in.
  static func body(_ random: inout Seeded) -> [UInt8] {
    if random.below(4) == 0 { return (0..<random.below(80)).map { _ in random.byte() } }
    var bytes = Array(seeds[random.below(seeds.count)].utf8)
    for _ in 0...random.below(6) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes[place] = random.byte()
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(Array("{}[],:\"0e\\".utf8)[random.below(10)], at: place)
      default: bytes.removeSubrange(place..<min(place + random.below(12), bytes.count))
      }
    }
    return bytes
  }

  @Test("no body, whatever its bytes and status, ends in anything but a value or a ParticleError")
  func bodies() async {
    var random = Seeded(seed: 20_240_501)
    let statuses = [200, 200, 201, 204, 400, 401, 403, 404, 408, 429, 500, 529]
    for _ in 0..<1_500 {
      let cloud = Scripted(statuses[random.below(12)], bytes: Self.body(&random)).cloud
      for question in Self.questions(cloud) {
        do {
          try await question()
        } catch {
          #expect(error is ParticleError)
        }
      }
    }
  }

  static func questions(_ cloud: ParticleCloud) -> [() async throws -> Void] {
    [
      { _ = try await cloud.tokenInfo() }, { _ = try await cloud.devices() },
      { _ = try await cloud.device("a") }, { _ = try await cloud.integrations() },
      { _ = try await cloud.call("f", on: "a", with: "1") },
      { _ = try await cloud.variable("v", of: "a") },
      { _ = try await cloud.flash("a", files: []) }, { _ = try await cloud.integration("i") },
    ]
  }

  @Test("an event of any data is an event or nothing")
  func events() {
    var random = Seeded(seed: 7)
    var read = 0
    for _ in 0..<10_000 {
      let data = String(decoding: Self.body(&random), as: UTF8.self)
      if CloudEvent(ServerSentEvent(name: "x", data: data)) != nil { read += 1 }
    }
    #expect((1..<10_000).contains(read))
  }

  @Test("JSON nested without end is refused, not followed")
  func depth() async {
    let body = String(repeating: "[", count: 100_000)
    let error = await refusal { _ = try await Scripted(200, body).cloud.devices() }
    #expect(error?.problem.code == "unexpected-reply")
  }
}
