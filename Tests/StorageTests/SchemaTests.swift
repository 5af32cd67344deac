import Foundation
import GRDB
import Testing

@testable import Storage

/// A logbook of another version than this program's.
@Suite struct SchemaTests {
  let scratch = Scratch()
  var path: String { scratch.home.file(LogStore.fileName) }

  @Test(
    "one of a newer version is refused, and not a byte of it changes", arguments: [true, false])
  func newer(closed: Bool) throws {
    let made = Scratch()
    var book: LogStore? = try LogStore(home: made.home)
    try book?.append("{}", to: "demo", at: Date(timeIntervalSince1970: 1))
    try book?.writing { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('4')") }
    if closed { book = nil }
    try scratch.home.prepare()
    for suffix in ["", "-wal"] {
      guard
        let data = FileManager.default.contents(atPath: made.home.file(LogStore.fileName + suffix))
      else { continue }
      try Scratch.put(data, at: path + suffix)
    }
    withExtendedLifetime(book) {}
    let before = try ["", "-wal"].map(bytes)
    #expect(throws: LogbookError.tooNew(file: path, what: "logbook version 4")) {
      try LogStore(home: scratch.home)
    }
    #expect(try ["", "-wal"].map(bytes) == before)
  }

  private func bytes(_ suffix: String) throws -> Data {
    FileManager.default.contents(atPath: path + suffix) ?? Data()
  }

  @Test("one of version 1 is brought up to date with all that it held")
  func first() throws {
    try scratch.home.prepare()
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "1")
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO event VALUES ('demo', 1, 1.5, '{"a":1}'), ('demo', 2, 2.5, '{"a":2}');
          INSERT INTO trip VALUES (7, 'demo', 3.5, 'pass', 2, 4.5, '{}'),
            (8, 'demo', 5.5, NULL, 2, NULL, NULL);
          """)
    }
    try queue.close()
    for _ in 1...2 {
      let book = try LogStore(home: scratch.home)
      #expect(try book.events(of: "demo").map(\.json) == [#"{"a":1}"#, #"{"a":2}"#])
      #expect(try book.events(of: "demo").map(\.at.timeIntervalSince1970) == [1.5, 2.5])
      #expect(try book.trips().map(\.id) == [8, 7])
      #expect(try book.trips().map(\.verdict) == [nil, "pass"])
      #expect(try book.integrity() == "ok")
    }
    let error = LogbookError.damaged(
      file: path, reason: "event 2 is not what was written", aside: "\(path).damaged-1")
    try change("UPDATE event SET at = 2.75 WHERE number = 2")
    #expect(throws: error) { try LogStore(home: scratch.home) }
  }

  @Test("an event that vanished is missed")
  func gap() throws {
    try KeptBook().put(into: scratch.home)
    try change("DELETE FROM event WHERE setup = 'demo' AND number = 7")
    let error = LogbookError.damaged(
      file: path, reason: "event 7 is not what was written", aside: "\(path).damaged-1")
    #expect(throws: error) { try LogStore(home: scratch.home) }
  }

  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }
}
