import Core
import Foundation
import Testing

@testable import HTTP
@testable import Recording

/// Recordings that a hostile or a careless program wrote.
@Suite("Hostile recordings")
struct HostileRecordingTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Recordings").path

  /// The parts of an archive that a mutation may put anywhere.
  private static let odd = [
    "null", "-1", "1e400", "-9223372036854775809", "99999999999999999999", "[]", "{}", "[[[[",
    "\"\\ud800\"", "\"\\u0000\"", "true", "0.1e-999", "\"9999-99-99T99:99:99Z\"", "\"\"", ",",
    "\u{202E}",
    "\"0000-00-00T00:00Z\"", "\"2026-11-29T00:00:00+99:99\"", "\"‹a~99999999999999999999›\"",
  ].map { Array($0.utf8) }

  /// All that a page or a command line takes from a recording.
  private func use(_ recording: HTTPArchive) {
    for exchange in recording.redacted().exchanges.prefix(4) {
      _ = exchange.request.asCurl() + exchange.started.text + exchange.ended.text
      _ = exchange.json.line.count + exchange.parts.count
    }
  }

  @Test("thousands of mutations are a recording or a fault that is named, and never a trap")
  func mutations() throws {
    var chance = SeededGenerator(seed: 12)
    let names = ["test-blynk-bad-token", "documented-particle-trouble", "test-blynk-wrong-region"]
    var refused = 0
    for name in names {
      let whole = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name).har")))
      for _ in 0..<700 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...3, using: &chance) { mutate(&bytes, &chance) }
        switch Result(catching: { () throws(RecordingError) in try HTTPArchive(bytes, file: "x") })
        {
        case .success(let recording): use(recording)
        case .failure(.damaged): refused += 1
        case .failure(let error): throw error
        }
      }
    }
    #expect((1..<2_100).contains(refused))
  }

  private func mutate(_ bytes: inout [UInt8], _ chance: inout SeededGenerator) {
    let place = Int.random(in: bytes.indices, using: &chance)
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
    case 1:
      let length = min(bytes.count - place, Int.random(in: 1...40, using: &chance))
      bytes.removeSubrange(place..<(place + length))
      if bytes.isEmpty { bytes = [0] }
    case 2: bytes.insert(contentsOf: Self.odd.randomElement(using: &chance) ?? [], at: place)
    default:
      // The value after the next colon becomes another type's.
      guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) else { return }
      let end =
        bytes[(colon + 1)...].firstIndex { ",}]".utf8.contains($0) } ?? bytes.endIndex
      bytes.replaceSubrange(
        (colon + 1)..<end, with: Self.odd.randomElement(using: &chance) ?? [])
    }
  }

  @Test("what is nested deeper than any cloud nests is damage")
  func depth() {
    for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
      let deep =
        String(repeating: opening, count: 100_000) + "1"
        + String(repeating: closing, count: 100_000)
      #expect(throws: RecordingError.self) {
        _ = try HTTPArchive(Array("{\"log\":{\"entries\":\(deep)}}".utf8), file: "x")
      }
    }
  }

  @Test("a recording of another program is not taken over with its tokens")
  func takenOver() throws {
    let stage = try RecordingStage()
    let token = "0123456789abcdef0123456789abcdef01234567"
    let entry = """
      {"startedDateTime":"2026-11-01T10:00:00Z","request":{"method":"GET",
       "url":"https://h/x?access_token=\(token)","headers":[]},"response":{"status":200}}
      """
    try "{\"log\":{\"creator\":{\"name\":\"a browser\"},\"entries\":[\(entry)]}}"
      .write(toFile: stage.file, atomically: true, encoding: .utf8)
    try stage.recorder().end()
    let kept = try String(contentsOfFile: stage.file, encoding: .utf8)
    #expect(kept.contains("https://h/x") && !kept.contains(token))
  }
}
