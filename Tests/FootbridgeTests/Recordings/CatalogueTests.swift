import Foundation
import Ground
import Practice
import Testing
import Wire
import Yardstick

/// The recordings of the house: each is read, replayed at the program, and asked of the practice
/// clouds.
@Suite("Catalogue of recordings")
struct CatalogueTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Recordings").path

  static func names(_ prefix: String = "") -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".har") && $0.hasPrefix(prefix) }.sorted()
  }

  static func read(_ name: String) throws -> Recording { try Recording.read("\(folder)/\(name)") }

  @Test("each is read, says how it was made, and has no entry that is not")
  func reads() throws {
    #expect(CatalogueTests.names().count > 40)
    for name in CatalogueTests.names() {
      let recording = try CatalogueTests.read(name)
      #expect(!recording.exchanges.isEmpty && recording.comment != nil, "\(name)")
      let isByHand = name.hasPrefix("documented")
      for exchange in recording.exchanges {
        #expect(isByHand == (exchange.comment?.hasPrefix("Made by hand: ") ?? false), "\(name)")
      }
    }
  }

  /// All of them in a storm, else some by chance, as a failed trip takes its time.
  private static var trips: [String] {
    let all = names("test-")
    let environment = ProcessInfo.processInfo.environment
    if environment["FOOTBRIDGE_STORM"] == "all" { return all }
    var chance = Seeded(seed: environment["SEED"].flatMap(UInt64.init) ?? 1)
    return Array(all.shuffled(using: &chance).prefix(3))
  }

  @Test("the setup replays to its end, and trips to the outcome they were recorded with")
  func replays() async throws {
    let stage = try await Stage(.none, seed: 65)
    let flags = [
      "--particle-url", "http://127.0.0.1:47310", "--blynk-url", "http://127.0.0.1:47311",
    ]
    try answers(for: PracticeSettings(seed: 2023))
      .write(toFile: stage.answers, atomically: true, encoding: .utf8)
    let setup = "\(CatalogueTests.folder)/setup-blueprint.har"
    let (said, ending) = try await PipedProgram.run(
      stage.call(["replay", setup, "--", "setup", "demo", "--answers", stage.answers] + flags))
    #expect(ending == .code(0), "\(said)")
    for name in CatalogueTests.trips {
      let comment = try CatalogueTests.read(name).comment ?? ""
      let test = ["test", "demo", "--json", "--timeout", "5", "--webhook-limit", "0"] + flags
      let (said, ending) = try await PipedProgram.run(
        stage.call(["replay", "\(CatalogueTests.folder)/\(name)", "--"] + test))
      let values = try RecordedSessionsTests.values(["verdict", "cause"], said)
      let cause = values[1] == "<null>" ? "no cause" : values[1]
      let code = "\(ending)".filter(\.isNumber)
      #expect(comment.hasSuffix("Ended: exit \(code), \(values[0]), \(cause)."), "\(name): \(said)")
    }
  }

  /// Any token will do: a recording knows its name only.
  private func answers(for settings: PracticeSettings) throws -> String {
    let setup = try CatalogueTests.read("setup-blueprint.har")
    let text = setup.exchanges.map(\.request.url).joined(separator: "\n")
    let device = try #require(text.firstMatch(of: /devices\/([0-9a-f]{24})/)?.output.1)
    let template = try #require(
      setup.comment?.firstMatch(of: /TMPL[A-Za-z0-9_-]+/)?.output, "no template in the comment")
    return """
      path: blueprint
      particle.access_token: \(String(repeating: "7", count: 40))
      particle.device_id: \(device)
      blynk.auth_token: "Zz9_5678Zz9-5678Zz9y5678Zz9x5678"
      blynk.template_id: \(template)
      blynk.template_name: Particle Device
      blynk.server: http://127.0.0.1:47311
      confirm: true
      do: true
      practice.admin: http://127.0.0.1:47312

      """
  }

  @Test("what the documentation says, the practice clouds answer: status and keys")
  func documented() async throws {
    let stage = try await Stage(.walked, seed: 66)
    let start = try #require(stage.clouds?.start)
    let transport = Transport.live(userAgent: "footbridge-tests")
    for name in CatalogueTests.names("documented") {
      for exchange in try CatalogueTests.read(name).exchanges {
        let reply = try #require(exchange.reply)
        let body = String(decoding: reply.body.bytes, as: UTF8.self)
        try await arrange(stage, for: reply.status, body, true)
        let isUnknown = body.contains("invalid_token") || body.contains("Invalid token")
        var request = exchange.request
        request.url = request.url.replacing("https://api.particle.io", with: start.particle)
          .replacing("https://ny3.blynk.cloud", with: start.blynk)
          .replacing("e00fce681fffffffffc08949", with: start.deviceID)
        let answer = try await transport.send(
          request.request { name in
            let value = name == "blynk.auth_token" ? start.authToken : start.accessToken
            return Secret(isUnknown ? String(value.reversed()) : value, name: name)
          })
        try await arrange(stage, for: reply.status, body, false)
        #expect(answer.status == reply.status, "\(exchange.comment ?? ""): \(answer.text)")
        #expect(
          CatalogueTests.keys(answer.body) == CatalogueTests.keys(reply.body.bytes),
          "\(exchange.comment ?? ""): \(answer.text)")
      }
    }
    await stage.end()
  }

  /// Brings the clouds into the state that a reply is about, and back.
  private func arrange(_ stage: Stage, for status: Int, _ body: String, _ isOn: Bool) async throws {
    if body.contains("Timed out") {
      _ = try await stage.admin("/device", "{\"online\":\(!isOn)}")
    } else if status == 308 {
      _ = try await stage.admin("/fault", "{\"name\":\"blynk-wrong-region\",\"on\":\(isOn)}")
    }
  }

  /// The names of all fields, path by path.
  static func keys(_ bytes: [UInt8]) -> Set<String> {
    func keys(_ value: Any, _ path: String) -> Set<String> {
      guard let object = value as? [String: Any] else { return [] }
      return object.reduce(into: []) { found, member in
        found.insert("\(path)/\(member.key)")
        found.formUnion(keys(member.value, "\(path)/\(member.key)"))
      }
    }
    let json = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    return json.map { keys($0, "") } ?? []
  }
}
