import Core
import Foundation

/// SQLite's write-ahead log, looked at before SQLite does (sqlite.org/fileformat2.html#walformat).
///
/// SQLite reads it up to the first frame whose sum is wrong and takes the rest for a write that was
/// cut off. So it is, when the rest is the last transaction; when there are more, the log was
/// damaged, and to go on would lose what was written without a word.
struct WriteAheadLog {
  private let path: String
  private let database: String

  /// - Parameter database: the path of the database it belongs to.
  init(of database: String) {
    self.database = database
    path = "\(database)-wal"
  }

  /// Throws `damaged`. Another process may be writing, and what is read then is half of each: only
  /// damage that stands still is damage.
  func examine() throws(LogbookError) {
    guard var damage = read()?.damage else { return }
    for _ in 1..<WriteAheadLog.looks {
      guard let again = read()?.damage, again == damage else { return }
      damage = again
    }
    throw .damaged(file: database, reason: damage, aside: nil)
  }

  private static let looks = 3

  private func read() -> Frames? {
    FileManager.default.contents(atPath: path).flatMap { Frames($0, database: database) }
  }
}

extension WriteAheadLog {
  /// What stands in it.
  private struct Frames {
    private let bytes: [UInt8]
    private let pageBytes: Int
    private let database: String

    private static let headerBytes = 32
    private static let frameHeaderBytes = 24

    /// Nil for a log that holds no frame.
    init?(_ data: Data, database: String) {
      bytes = Array(data)
      self.database = database
      guard bytes.count >= Frames.headerBytes + Frames.frameHeaderBytes else { return nil }
      let size = Int(Frames.word(bytes, 8))
      pageBytes = size >= 512 && size <= 65_536 && size & (size - 1) == 0 ? size : 4_096
    }

    private var count: Int {
      (bytes.count - Frames.headerBytes) / (pageBytes + Frames.frameHeaderBytes)
    }

    private func place(of frame: Int) -> Int {
      Frames.headerBytes + frame * (pageBytes + Frames.frameHeaderBytes)
    }

    /// What is wrong with it, in words; nil when nothing is.
    var damage: Phrase? {
      guard isHeaderWhole else { return holdsWhatTheDatabaseLacks ? "its log is damaged" : nil }
      let (readable, sum) = readableFrames
      let lost = commits(from: readable, salt: salt(at: 16))
      let isDamaged = lost > 1 || (readable < count && isChanged(frame: readable, after: sum))
      return isDamaged ? "its log is damaged at frame \(readable + 1) of \(count)" : nil
    }

    private var isHeaderWhole: Bool {
      let magic = Frames.word(bytes, 0)
      guard magic & 0xFFFF_FFFE == 0x377F_0682 else { return false }
      var sum = RunningSum(isBigEndian: magic & 1 == 1)
      sum.add(bytes[0..<24])
      return Int(Frames.word(bytes, 8)) == pageBytes && sum.matches(bytes, at: 24)
    }

    /// How many frames SQLite would read, and the sum up to there.
    private var readableFrames: (count: Int, sum: RunningSum) {
      var sum = RunningSum(isBigEndian: Frames.word(bytes, 0) & 1 == 1)
      sum.add(bytes[0..<24])
      for frame in 0..<count {
        let start = place(of: frame)
        let before = sum
        sum.add(bytes[start..<start + 8])
        sum.add(page(of: frame))
        let isRead = salt(at: start + 8) == salt(at: 16) && sum.matches(bytes, at: start + 16)
        guard isRead, Frames.word(bytes, start) != 0 else { return (frame, before) }
      }
      return (count, sum)
    }

    /// Whether a frame was written whole and has changed since: it is right but for its salt, which
    /// no sum covers, or for one bit of the word that says whether a transaction ends there. With
    /// either, two transactions look like one that was cut off.
    private func isChanged(frame: Int, after before: RunningSum) -> Bool {
      let start = place(of: frame)
      return (-1..<32).contains { bit in
        var header = Array(bytes[start..<start + 8])
        if bit >= 0 { header[4 + bit / 8] ^= 1 << UInt8(bit % 8) }
        var sum = before
        sum.add(header[...])
        sum.add(page(of: frame))
        return sum.matches(bytes, at: start + 16)
      }
    }

    private func page(of frame: Int) -> ArraySlice<UInt8> {
      let start = place(of: frame) + Frames.frameHeaderBytes
      return bytes[start..<start + pageBytes]
    }

    /// How many transactions of one generation end from a frame on.
    private func commits(from first: Int, salt: UInt64) -> Int {
      (first..<max(first, count)).count { frame in
        let start = place(of: frame)
        return self.salt(at: start + 8) == salt && Frames.word(bytes, start + 4) != 0
      }
    }

    /// A header is written anew when all that stood in the log is in the database: a write of it
    /// that was cut off loses nothing then.
    private var holdsWhatTheDatabaseLacks: Bool {
      let first = salt(at: place(of: 0) + 8)
      guard commits(from: 0, salt: first) > 0 else { return false }
      guard let file = FileManager.default.contents(atPath: database) else { return true }
      let frames = (0..<count).prefix { salt(at: place(of: $0) + 8) == first }
      let newest = Dictionary(
        frames.map { (Int(Frames.word(bytes, place(of: $0))), $0) }, uniquingKeysWith: max)
      return newest.contains { page, frame in
        let start = place(of: frame) + Frames.frameHeaderBytes
        let from = (page - 1) * pageBytes
        guard page > 0, from + pageBytes <= file.count else { return true }
        return file[from..<from + pageBytes] != Data(bytes[start..<start + pageBytes])
      }
    }

    private func salt(at place: Int) -> UInt64 {
      UInt64(Frames.word(bytes, place)) << 32 | UInt64(Frames.word(bytes, place + 4))
    }

    static func word(_ bytes: [UInt8], _ place: Int) -> UInt32 {
      bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// The sum that runs through the whole log.
  private struct RunningSum {
    private var first: UInt32 = 0
    private var second: UInt32 = 0
    private let isBigEndian: Bool

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    /// - Parameter bytes: a multiple of eight.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
      bytes.withUnsafeBytes { raw in
        for place in stride(from: 0, to: raw.count - 7, by: 8) {
          first &+= word(raw, place) &+ second
          second &+= word(raw, place + 4) &+ first
        }
      }
    }

    func matches(_ bytes: [UInt8], at place: Int) -> Bool {
      Frames.word(bytes, place) == first && Frames.word(bytes, place + 4) == second
    }

    private func word(_ raw: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
    }
  }
}
