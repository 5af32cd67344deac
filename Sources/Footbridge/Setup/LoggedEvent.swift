import Foundation
import Journey
import Logbook

/// An event as a line of the log: JSON with a version, so that a later Footbridge can read it.
struct LoggedEvent: Codable {
  let v: Int
  let event: WalkEvent

  static let version = 1

  static func encode(_ event: WalkEvent) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(LoggedEvent(v: version, event: event))
    return String(decoding: bytes, as: UTF8.self)
  }

  static func decode(_ stored: StoredEvent, book: String) throws -> WalkEvent {
    let decoder = JSONDecoder()
    let data = Data(stored.json.utf8)
    if let logged = try? decoder.decode(LoggedEvent.self, from: data) { return logged.event }
    struct Version: Decodable { let v: Int }
    guard let found = try? decoder.decode(Version.self, from: data).v else {
      throw LogbookError.damaged(file: book, reason: "event \(stored.number) is no event")
    }
    throw LogbookError.tooNew(file: book, what: "event \(stored.number), version \(found)")
  }
}
