import Foundation
import TestSupport
import Testing

@testable import Storage

/// A logbook that something else wrote over: it is named and put aside as it is, and what can be
/// read is what was written. `make storm` tries every bit.
@Suite struct LogStoreDamageTests {
  static let everything = ProcessInfo.processInfo.environment["FOOTBRIDGE_STORM"] == "all"

  /// Places to try, by chance.
  static func places(_ count: Int, of all: Int, seed: UInt64) -> [Int] {
    var chance = Seeded(seed: seed)
    return (0..<count).map { _ in chance.below(all) }
  }

  @Test("a flipped bit in the database is told, or it stood in bytes that say nothing")
  func bits() throws {
    let kept = try KeptBook()
    let size = try #require(kept.files[""]).count
    var told = 0
    let places =
      LogStoreDamageTests.everything
      ? Array(0..<size * 8)
      // Little of the header says something twice.
      : LogStoreDamageTests.places(150, of: 800, seed: 2)
        + LogStoreDamageTests.places(250, of: size * 8, seed: 3)
    for bit in places {
      var flipped = kept
      flipped.flip(bit: bit)
      told += try expectToldOrWhole(flipped, "bit \(bit)") ? 1 : 0
    }
    #expect(told > places.count / 20)
  }

  @Test("a flipped bit in the log that a killed process left is told, or loses nothing")
  func logBits() throws {
    let kept = try KeptBook(closed: false)
    let size = try #require(kept.files["-wal"]).count
    let count = LogStoreDamageTests.everything ? 20_000 : 150
    // A bit of the last frame but one's header can make two transactions look like one.
    let header = (size - 2 * (4_096 + 24)) * 8
    for bit in Array(0..<256) + Array(header..<header + 192)
      + LogStoreDamageTests.places(count, of: size * 8, seed: 4)
    {
      var flipped = kept
      flipped.flip(bit: bit, of: "-wal")
      // A last write with a wrong sum cannot be told from one that was cut off.
      _ = try expectToldOrWhole(flipped, "bit \(bit) of the log", mayLackLast: true)
    }
  }

  @Test("a database that was cut short, or emptied, is told", arguments: [true, false])
  func cut(closed: Bool) throws {
    let kept = try KeptBook(closed: closed)
    let size = try #require(kept.files[""]).count
    for length in [0, 1, 15, 16, 99, 100, 511, 512] + stride(from: 1_024, to: size, by: 1_024) {
      var short = kept
      short.files[""] = Array(short.files[""]?.prefix(length) ?? [])
      #expect(try expectToldOrWhole(short, "\(length) bytes") || !closed, "\(length) bytes")
    }
  }

  /// - Returns: whether it was told.
  private func expectToldOrWhole(
    _ damaged: KeptBook, _ place: String, mayLackLast: Bool = false
  ) throws -> Bool {
    let scratch = Scratch()
    try damaged.put(into: scratch.home)
    do {
      let book = try LogStore(home: scratch.home)
      let content = try KeptBook.Content(book)
      let lacksLast = mayLackLast && content.isShortOfLast(damaged.content)
      #expect(content == damaged.content || lacksLast, "\(place) was read as if it were right")
      try book.append("{}", to: "new", at: Date(timeIntervalSince1970: 1))
      #expect(try book.integrity() == "ok", "\(place)")
      return false
    } catch let error as LogbookError {
      // A bit of the version's name makes it a newer one's book: that is left as it is.
      if case .tooNew = error {
        #expect(damaged.isUntouched(in: scratch.home), "\(place): \(error)")
        return true
      }
      guard case .damaged(_, _, let aside) = error else {
        Issue.record("\(place): \(error)")
        return true
      }
      let isAside = damaged.isAside(in: scratch.home, at: aside)
      #expect(isAside, "\(place): \(error)")
      #expect(try LogStore(home: scratch.home).setups().isEmpty, "\(place): no new start")
      return true
    }
  }
}
