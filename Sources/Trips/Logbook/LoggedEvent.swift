import Foundation
import Storage
import Walkthrough

/// An event as a line of the log: JSON with a version, so that a later Footbridge can read it.
package struct LoggedEvent: Codable {
  let v: Int
  let event: WalkEvent
  /// Whether a recording answered, and no cloud: it proves nothing, and only a replay goes on from
  /// it. Nil is no.
  let replayed: Bool?

  init(v: Int, event: WalkEvent, replayed: Bool? = nil) {
    (self.v, self.event, self.replayed) = (v, event, replayed)
  }

  /// The latest version that can be read.
  static let version = 6
  /// That of events whose words are phrases: before, they were finished texts.
  fileprivate static let phraseVersion = 6
  /// That of events that were replayed.
  private static let replayVersion = 3

  /// The line for an event, in the oldest version that has it.
  package static func encode(_ event: WalkEvent, inReplay: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let logged =
      inReplay
      ? LoggedEvent(v: max(replayVersion, event.version), event: event, replayed: true)
      : LoggedEvent(v: event.version, event: event)
    return String(decoding: try encoder.encode(logged), as: UTF8.self)
  }

  static func decode(_ stored: StoredEvent, book: String) throws -> WalkEvent {
    try read(stored, book: book).event
  }

  static func read(_ stored: StoredEvent, book: String) throws -> LoggedEvent {
    if let logged = LoggedEvent(quickly: stored.json) { return logged }
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
    return logged
  }
}

extension LogStore {
  /// A setup's log as its walk goes on from it: of what was replayed only a replay does.
  package func walk(of setup: String, inReplay: Bool) throws -> [(
    stored: StoredEvent, event: WalkEvent
  )] {
    try events(of: setup).compactMap { stored in
      let logged = try LoggedEvent.read(stored, book: file)
      return inReplay || logged.replayed != true ? (stored, logged.event) : nil
    }
  }
}

extension WalkEvent {
  /// The version of the log that first had it.
  fileprivate var version: Int {
    switch self {
    case .checkHeld(_, let words), .actDone(_, let words, _), .skipped(_, let words):
      words.isVerbatim ? 1 : LoggedEvent.phraseVersion
    case .found: 5
    case .cleared: 4
    case .lost, .learned, .checkLacking, .guideChanged: 2
    default: 1
    }
  }
}
