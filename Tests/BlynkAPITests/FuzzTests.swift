import Core
import HTTP
import TestSupport
import Testing

@testable import BlynkAPI

@Suite("Blynk's replies of any bytes")
struct FuzzTests {
  static let seeds = [
    #"{"v16":1,"V17":1.0,"v6":"x","v1":[12.0,11.0]}"#, #"{"error":{"message":"Invalid token."}}"#,
    "3.14159", "[12.0,11.0]", "\"on\"", "true", "OK", #"{"type":"Text","value":"x"}"#,
    #"{"link":"https://x/y.zip"}"#, #"{"access_token":"a","expires_in":86400}"#,
    #"{"content":[{"id":1,"templateIds":["TMPL"],"pin":16,"token":"t"}],"page":0}"#,
    #"{"error":"invalid_client"}"#, "https://lon1.blynk.cloud/external/api/get?token=x",
  ].map { Array($0.utf8) }

  /// A documented reply with some bytes changed, cut out or put in.
  static func body(_ random: inout Seeded) -> [UInt8] {
    var bytes = seeds[random.below(seeds.count)]
    for _ in 0...random.below(5) {
      let place = random.below(bytes.count + 1)
      if random.below(2) == 0 || bytes.isEmpty {
        bytes.insert(random.byte(), at: place)
      } else {
        bytes.remove(at: min(place, bytes.count - 1))
      }
    }
    return bytes
  }

  @Test("replies of any status and bytes end in a value or a BlynkError")
  func replies() async {
    var random = Seeded(seed: 20_260_721)
    for _ in 0..<(Storm.count(of: 40_000, sample: 8_000) / Self.questionCount) {
      let status = [200, 200, 200, 201, 308, 400, 404, 429, 500][random.below(9)]
      let body = Self.body(&random)
      let scripted = Scripted { _ in
        Response(
          status: status, headers: [("Location", String(decoding: body, as: UTF8.self))], body: body
        )
      }
      for question in Self.questions(scripted) {
        do { try await question() } catch { #expect(error is BlynkError) }
      }
    }
  }

  static let questionCount = 10

  static func questions(_ scripted: Scripted) -> [() async throws -> Void] {
    let cloud = scripted.cloud()
    let platform = PlatformTests.platform(scripted)
    return [
      { _ = try await cloud.value(Pin(6)) }, { _ = try await cloud.all() },
      { _ = try await cloud.isHardwareConnected() }, { try await cloud.update(Pin(6), .int(1)) },
      { _ = try await cloud.metaField(1) }, { _ = try await cloud.export() },
      { _ = try await PlatformTests.login(scripted).grant() },
      { _ = try await platform.datastreams(template: 1) },
      { _ = try await platform.device(1) }, { _ = try await platform.webhooks() },
    ]
  }

  @Test("30,000 bare values are read and written again as the same value")
  func values() {
    var random = Seeded(seed: 3)
    var read = 0
    for _ in 0..<30_000 {
      let text = String(decoding: Self.body(&random), as: UTF8.self)
      guard let value = BlynkValue(bare: text) else { continue }
      read += 1
      if case .string = value { continue }
      if case .location = value { continue }
      #expect(BlynkValue(bare: value.text)?.number == value.number)
    }
    #expect(read > 20_000)
  }
}
