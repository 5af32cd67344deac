import Foundation
import Testing

@testable import Storage

@Suite struct LogStoreTests {
  let scratch = Scratch()
  let moment = Date(timeIntervalSince1970: 1_700_000_000)

  @Test("events come back in order, each setup with numbers of its own")
  func events() throws {
    let book = try LogStore(home: scratch.home)
    #expect(try book.append("{\"a\":1}", to: "demo", at: moment) == 1)
    #expect(try book.append("{\"a\":2}", to: "demo", at: moment) == 2)
    #expect(try book.append("{\"b\":1}", to: "other", at: moment + 1) == 1)
    #expect(try book.events(of: "demo").map(\.json) == ["{\"a\":1}", "{\"a\":2}"])
    #expect(try book.events(of: "demo").map(\.at) == [moment, moment])
    #expect(try book.setups() == ["other", "demo"])
  }

  @Test("a book opened again holds what was written, and SQLite finds it whole")
  func reopened() throws {
    try LogStore(home: scratch.home).append("{}", to: "demo", at: moment)
    let again = try LogStore(home: scratch.home)
    #expect(try again.events(of: "demo").count == 1)
    #expect(try again.integrity() == "ok")
  }

  @Test("an append is on the disk when it returns: synchronous is FULL")
  func durable() throws {
    #expect(try LogStore(home: scratch.home).synchronousLevel() == 2)
  }

  @Test("a trip that was cut off has no verdict, and its webhook calls count")
  func trips() throws {
    let book = try LogStore(home: scratch.home)
    let first = try book.beginTrip(of: "demo", at: moment, webhookCalls: 2)
    _ = try book.beginTrip(of: "demo", at: moment + 5, webhookCalls: 2)
    let end = TripEnd(verdict: "pass", webhookCalls: 1, totalMilliseconds: 3.5, report: "{}")
    try book.endTrip(first, as: end)
    #expect(try book.trips(of: "demo").map(\.verdict) == [nil, "pass"])
    #expect(
      try book.webhookCalls(of: "demo", since: moment) == [moment, moment + 5, moment + 5])
    #expect(try book.webhookCalls(of: "demo", since: moment + 6).isEmpty)
    #expect(try book.webhookCallers(since: moment, until: moment + 6) == ["demo"])
    #expect(try book.webhookCallers(since: moment + 6, until: moment + 60) == [])
    #expect(try book.trips(of: "nobody").isEmpty)
  }

  @Test("what is still to be put back stays until it is, and goes with its setup")
  func restores() throws {
    let book = try LogStore(home: scratch.home)
    let first = try book.keepRestore("a", of: "demo", at: moment)
    let second = try book.keepRestore("b", of: "demo", at: moment)
    _ = try book.keepRestore("c", of: "other", at: moment)
    #expect(try book.keepRestore("d", of: "demo", at: moment + 1, as: first) == first)
    let again = try LogStore(home: scratch.home)
    #expect(try again.restores(of: "demo").map(\.json) == ["b", "d"])
    try again.dropRestore(second)
    #expect(try book.restores(of: "demo").map(\.at) == [moment + 1])
    try book.remove("demo")
    #expect(try book.restores(of: "demo").isEmpty)
    #expect(try book.restores(of: "other").map(\.json) == ["c"])
  }

  @Test("a note of what is to be put back that was changed on the disk is damage")
  func changedRestore() throws {
    let book = try LogStore(home: scratch.home)
    _ = try book.keepRestore("a", of: "demo", at: moment)
    try book.writing { try $0.execute(sql: "UPDATE restore SET json = 'b'") }
    #expect(throws: LogbookError.self) { try LogStore(home: scratch.home) }
  }

  @Test("what lies after now, by a clock that was wrong, is left out where it is asked for")
  func future() throws {
    let book = try LogStore(home: scratch.home)
    for offset in [-10, 0, 90 * 86_400] as [TimeInterval] {
      _ = try book.beginTrip(of: "demo", at: moment + offset, webhookCalls: 1)
    }
    #expect(try book.trips(of: "demo", until: moment).count == 2)
    #expect(try book.tripCount(of: "demo", after: moment) == 1)
    #expect(try book.webhookCalls(of: "demo", since: moment - 60, until: moment).count == 2)
    try book.append("{}", to: "ahead", at: moment + 90 * 86_400)
    try book.append("{}", to: "demo", at: moment)
    #expect(try book.setups(now: moment) == ["demo", "ahead"])
  }

  @Test("what is removed is gone, and other setups stay")
  func removal() throws {
    let book = try LogStore(home: scratch.home)
    try book.append("{}", to: "demo", at: moment)
    try book.append("{}", to: "kept", at: moment)
    _ = try book.beginTrip(of: "demo", at: moment, webhookCalls: 2)
    try book.remove("demo")
    #expect(try book.setups() == ["kept"])
    #expect(try book.trips().isEmpty)
  }

  @Test("a file that is no database is named and put aside, as it is")
  func damaged() throws {
    try scratch.home.prepare()
    let path = scratch.home.file(LogStore.fileName)
    let bytes = Data(String(repeating: "this is not a database ", count: 40).utf8)
    try Scratch.put(bytes, at: path)
    let error = LogbookError.damaged(
      file: path, reason: "file is not a database", aside: "\(path).damaged-1")
    #expect(throws: error) { try LogStore(home: scratch.home) }
    #expect(FileManager.default.contents(atPath: "\(path).damaged-1") == bytes)
    #expect(try LogStore(home: scratch.home).setups().isEmpty)
  }

  @Test("the directory is 0700 and the database 0600")
  func modes() throws {
    _ = try LogStore(home: scratch.home)
    #expect(try scratch.mode(scratch.home.path) == 0o700)
    #expect(try scratch.mode(scratch.home.file(LogStore.fileName)) == 0o600)
  }
}
