import HTTP
import TestSupport
import Testing

@testable import ParticleAPI

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

  @Test("replies of any status and bytes end in a value or a ParticleError")
  func bodies() async {
    var random = Seeded(seed: 20_240_501)
    let statuses = [200, 200, 201, 204, 400, 401, 403, 404, 408, 429, 500, 529]
    for _ in 0..<(Storm.count(of: 30_000, sample: 6_000) / Self.questionCount) {
      let scripted = Scripted(statuses[random.below(12)], bytes: Self.body(&random))
      for question in Self.questions(scripted) {
        do {
          try await question()
        } catch {
          #expect(error is ParticleError)
        }
      }
    }
  }

  static let questionCount = 15

  static func questions(_ scripted: Scripted) -> [() async throws -> Void] {
    let cloud = scripted.cloud
    return [
      { _ = try await cloud.tokenInfo() }, { _ = try await cloud.devices() },
      { _ = try await cloud.device("a") }, { _ = try await cloud.integrations() },
      { _ = try await cloud.call("f", on: "a", with: "1") },
      { _ = try await cloud.variable("v", of: "a") },
      { _ = try await cloud.flash("a", files: []) }, { _ = try await cloud.integration("i") },
      { _ = try await cloud.user() }, { _ = try await cloud.testIntegration("i") },
      { _ = try await cloud.compile([], for: BuildTarget(.platform(13))) },
      { try await cloud.claim("a") }, { _ = try await cloud.rename("a", to: "b") },
      { _ = try await LoginTests.token(scripted) },
      { for try await _ in cloud.events() { break } },
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

  @Test("30,000 streams of any bytes are read alike, whatever way they are cut")
  func streams() throws {
    var random = Seeded(seed: 9)
    var events = 0
    for _ in 0..<30_000 {
      let bytes = Self.stream(&random)
      var whole = ServerSentEventParser()
      var cut = ServerSentEventParser()
      let once = try whole.feed(bytes)
      let place = random.below(bytes.count + 1)
      let twice = try cut.feed(bytes[..<place]) + cut.feed(bytes[place...])
      #expect("\(once)" == "\(twice)")
      for case .event(let event) in once where CloudEvent(event) != nil { events += 1 }
    }
    #expect(events > 1_000)
  }

  /// Lines of an event stream, some of them damaged.
  static func stream(_ random: inout Seeded) -> [UInt8] {
    let lines = [
      ":ok\n\n", "event: hook-sent/x\r\n", "data: {\"data\":\"1\"}\n", "\n", "\r\n", ":",
    ]
    var bytes: [UInt8] = []
    for _ in 0...random.below(6) { bytes += Array(lines[random.below(lines.count)].utf8) }
    if random.below(2) == 0 { bytes[random.below(bytes.count)] = random.byte() }
    return bytes
  }

  @Test("JSON nested without end is refused, not followed")
  func depth() async {
    let body = String(repeating: "[", count: 100_000)
    let error = await refusal { _ = try await Scripted(200, body).cloud.devices() }
    #expect(error?.problem.code == "unexpected-reply")
  }
}
