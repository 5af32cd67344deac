import Core
import Foundation
import Synchronization

@testable import HTTP
@testable import Recording

/// A recorder over a cloud that says what the test wants, and the file that it writes.
final class RecordingStage: Sendable {
  struct NoReply: Error {}

  let folder: String
  let file: String

  init() throws {
    folder = "/tmp/footbridge-\(UUID().uuidString.prefix(8))"
    file = folder + "/x.har"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Counts up a millisecond at each look.
  static func clock(from start: Int = 1_800_000_000_000_000) -> @Sendable () -> Instant {
    let looks = Counter(start)
    return { Instant(microseconds: looks.next()) }
  }

  private final class Counter: Sendable {
    private let value: Mutex<Int>
    init(_ start: Int) { value = Mutex(start) }
    func next() -> Int {
      value.withLock {
        $0 += 1000
        return $0
      }
    }
  }

  func recorder(
    _ redaction: Recorder.Redaction = .on, from start: Int = 1_800_000_000_000_000
  ) throws -> Recorder {
    try Recorder(
      path: file, creator: (name: "test", version: "1"), redaction: redaction,
      now: RecordingStage.clock(from: start))
  }

  var text: String { get throws { try String(contentsOfFile: file, encoding: .utf8) } }
  var recording: HTTPArchive { get throws { try HTTPArchive.read(file) } }

  /// Everything beside the recording that was left in its folder.
  var leftovers: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "x.har" }
    }
  }

  /// Answers with these, one after the other, and streams these parts.
  static func cloud(_ replies: [Response] = [], parts: [StreamPart] = []) -> Transport {
    let rest = Replies(replies)
    return Transport(
      send: { _ in
        guard let reply = rest.next() else { throw WireError.unreachable(host: "x", reason: "no") }
        return reply
      },
      stream: { _ in
        AsyncThrowingStream { continuation in
          for part in parts { continuation.yield(part) }
          continuation.finish()
        }
      })
  }

  private final class Replies: Sendable {
    private let rest: Mutex<[Response]>
    init(_ replies: [Response]) { rest = Mutex(replies.reversed()) }
    func next() -> Response? { rest.withLock { $0.popLast() } }
  }
}

extension Response {
  /// A reply of JSON, or of any other text.
  static func text(_ text: String, status: Int = 200, type: String = "application/json")
    -> Response
  {
    Response(status: status, headers: [("Content-Type", type)], body: Array(text.utf8))
  }
}
