import Foundation
import Storage

/// A logbook with something in it, as bytes that can be damaged and put into a home.
struct KeptBook {
  /// What stands in a book.
  struct Content: Equatable {
    var events: [String: [StoredEvent]]
    var trips: [TripRecord]

    init(_ book: LogStore) throws {
      events = try Dictionary(
        uniqueKeysWithValues: ["boron", "demo"].map { ($0, try book.events(of: $0)) })
      trips = try book.trips()
    }

    /// Whether it lacks nothing but, perhaps, what was written last.
    func isShortOfLast(_ whole: Content) -> Bool {
      var short = whole
      short.events["demo"]?.removeLast()
      return self == short
    }
  }

  /// By the end of the name: empty for the database, `-wal` for its log.
  var files: [String: [UInt8]]
  let content: Content

  /// - Parameter closed: else as a process that was killed leaves it, with most of it in the log.
  init(closed: Bool = true) throws {
    let scratch = Scratch()
    let copy = { (suffix: String) in
      FileManager.default.contents(atPath: scratch.home.file(LogStore.fileName + suffix)).map(
        Array.init)
    }
    var book: LogStore? = try LogStore(home: scratch.home)
    if let book { try KeptBook.fill(book) }
    content = try Content(LogStore(home: scratch.home))
    var files: [String: [UInt8]] = [:]
    if !closed { files["-wal"] = copy("-wal") }
    if closed { book = nil }
    files[""] = copy("")
    self.files = files
    withExtendedLifetime(book) {}
  }

  private static func fill(_ book: LogStore) throws {
    let moment = Date(timeIntervalSince1970: 1_700_000_000)
    for number in 0..<20 {
      try book.append(
        #"{"event":{"answered":{"question":"q\#(number)"}},"v":1}"#, to: "boron",
        at: moment + Double(number))
    }
    for number in 0..<6 {
      let id = try book.beginTrip(of: "demo", at: moment + Double(number), webhookCalls: 2)
      guard number != 3 else { continue }
      let end = TripEnd(
        verdict: "pass", webhookCalls: 1, totalMilliseconds: Double(number) / 3,
        report: #"{"setup":"demo","verdict":"pass"}"#)
      try book.endTrip(id, as: end)
    }
    for number in 0..<30 {
      try book.append(
        #"{"event":{"checkHeld":{"evidence":"V16 is there","step":"s/\#(number)"}},"v":1}"#,
        to: "demo", at: moment + Double(number))
    }
  }

  /// Puts it into a home that has none.
  func put(into home: StateDirectory) throws {
    try home.prepare()
    for (suffix, bytes) in files {
      let path = home.file(LogStore.fileName + suffix)
      try Scratch.put(Data(bytes), at: path)
    }
  }

  /// Where it was put aside, the same as it is here.
  func isAside(in home: StateDirectory, at aside: String?) -> Bool {
    guard let aside, !FileManager.default.fileExists(atPath: home.file(LogStore.fileName)) else {
      return false
    }
    return isAt(aside)
  }

  /// Where it was put, the same as it is here.
  func isUntouched(in home: StateDirectory) -> Bool { isAt(home.file(LogStore.fileName)) }

  private func isAt(_ path: String) -> Bool {
    files.allSatisfy { suffix, bytes in
      FileManager.default.contents(atPath: path + suffix) == Data(bytes)
    }
  }

  mutating func flip(bit: Int, of suffix: String = "") {
    files[suffix]?[bit / 8] ^= 1 << UInt8(bit % 8)
  }
}
