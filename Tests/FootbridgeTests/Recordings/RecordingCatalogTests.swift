import Recording
import Core
import Foundation
import HTTP
import PracticeClouds
import TestSupport
import Testing

/// The recordings of the house: each is read, replayed at the program, and asked of the practice
/// clouds.
@Suite("Catalogue of recordings")
struct RecordingCatalogTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Recordings").path

  static func names(_ prefix: String = "") -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { $0.hasSuffix(".har") && $0.hasPrefix(prefix) }.sorted()
  }

  static func read(_ name: String) throws -> HTTPArchive {
    try HTTPArchive.read("\(folder)/\(name)")
  }

  @Test("each is read, says how it was made, and has no entry that is not")
  func reads() throws {
    #expect(RecordingCatalogTests.names().count > 40)
    for name in RecordingCatalogTests.names() {
      let recording = try RecordingCatalogTests.read(name)
      #expect(!recording.exchanges.isEmpty && recording.comment != nil, "\(name)")
      let isByHand = name.hasPrefix("documented")
      for exchange in recording.exchanges {
        #expect(isByHand == (exchange.comment?.hasPrefix("Made by hand: ") ?? false), "\(name)")
      }
    }
  }

  /// All of them in a storm, else some by chance of those that did not take long: a trip that waits
  /// for what does not come waits in a replay, too.
  private static var trips: [String] {
    let all = names("test-")
    let environment = ProcessInfo.processInfo.environment
    if environment["FOOTBRIDGE_STORM"] == "all" { return all }
    var chance = Seeded(seed: environment["SEED"].flatMap(UInt64.init) ?? 1)
    let brief = all.filter { name in
      let exchanges = (try? read(name))?.exchanges ?? []
      guard let first = exchanges.first, let end = exchanges.map(\.ended).max() else {
        return false
      }
      return end.microseconds - first.started.microseconds < briefMicroseconds
    }
    return Array(brief.shuffled(using: &chance).prefix(3))
  }

  private static let briefMicroseconds = 6_000_000

  @Test("the setup replays to its end, and trips to the outcome they were recorded with")
  func replays() async throws {
    let stage = try await Stage(.none, seed: 65)
    let flags = [
      "--particle-url", "http://127.0.0.1:47310", "--blynk-url", "http://127.0.0.1:47311",
    ]
    try answers(for: PracticeSettings(seed: 2023))
      .write(toFile: stage.answers, atomically: true, encoding: .utf8)
    let setup = "\(RecordingCatalogTests.folder)/setup-blueprint.har"
    let (said, ending) = try await PipedProgram.run(
      stage.call(["replay", setup, "--", "setup", "demo", "--answers", stage.answers] + flags))
    #expect(ending == .code(0), "\(said)")
    for name in RecordingCatalogTests.trips {
      let comment = try RecordingCatalogTests.read(name).comment ?? ""
      let test = ["test", "demo", "--json", "--timeout", "5", "--webhook-limit", "0"] + flags
      let (said, ending) = try await PipedProgram.run(
        stage.call(["replay", "\(RecordingCatalogTests.folder)/\(name)", "--"] + test))
      let values = try RecordedSessionsTests.values(["verdict", "cause"], said)
      let cause = values[1] == "<null>" ? "no cause" : values[1]
      let code = "\(ending)".filter(\.isNumber)
      #expect(comment.hasSuffix("Ended: exit \(code), \(values[0]), \(cause)."), "\(name): \(said)")
    }
  }

  /// Any token will do: a recording knows its name only.
  private func answers(for settings: PracticeSettings) throws -> String {
    let setup = try RecordingCatalogTests.read("setup-blueprint.har")
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

  /// The replies themselves are put to the clients and to the practice clouds, room by room.
  @Test("those made by hand hold what their texts say, reply by reply")
  func byHand() throws {
    let texts = URL(fileURLWithPath: RecordingCatalogTests.folder).deletingLastPathComponent()
      .appendingPathComponent("Tests/Recordings/documented").path
    let names = try FileManager.default.contentsOfDirectory(atPath: texts).sorted()
    #expect(
      RecordingCatalogTests.names("documented")
        == names.map { "documented-\($0.replacing(".txt", with: ".har"))" })
    for name in names {
      let text = try String(contentsOfFile: "\(texts)/\(name)", encoding: .utf8)
      let titles = text.split(separator: "\n").compactMap {
        $0.firstMatch(of: /^(?:particle|blynk):[a-z0-9-]+ (.*) \(/)?.output.1
      }
      let har = "documented-\(name.replacing(".txt", with: ".har"))"
      let comments = try RecordingCatalogTests.read(har).exchanges.map { $0.comment ?? "" }
      #expect(comments.count == titles.count, "\(name): run Tests/Recordings/by-hand")
      for (comment, title) in zip(comments, titles) {
        #expect(comment.hasPrefix("Made by hand: \(title) ("))
      }
    }
  }
}
