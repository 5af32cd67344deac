import Foundation
import Journey
import Logbook

/// An event as a line of the log: JSON with a version, so that a later Footbridge can read it.
struct LoggedEvent: Codable {
  let v: Int
  let event: WalkEvent

  /// The latest version that can be read.
  static let version = 2

  static func encode(_ event: WalkEvent) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(LoggedEvent(v: event.version, event: event))
    return String(decoding: bytes, as: UTF8.self)
  }

  static func decode(_ stored: StoredEvent, book: String) throws -> WalkEvent {
    if let logged = LoggedEvent(quickly: stored.json) { return logged.event }
    let decoder = JSONDecoder()
    let data = Data(stored.json.utf8)
    struct Version: Decodable { let v: Int }
    let logged = try? decoder.decode(LoggedEvent.self, from: data)
    // A later version is not read even where it looks the same: it may mean something else.
    if let found = logged?.v ?? (try? decoder.decode(Version.self, from: data).v), found > version {
      throw LogbookError.tooNew(file: book, what: "event \(stored.number), version \(found)")
    }
    guard let logged else {
      throw LogbookError.damaged(
        file: book, reason: "event \(stored.number) is no event", aside: nil)
    }
    return logged.event
  }
}

extension WalkEvent {
  /// The version of the log that first had it.
  fileprivate var version: Int {
    switch self {
    case .lost, .learned, .checkLacking, .guideChanged: 2
    default: 1
    }
  }
}
