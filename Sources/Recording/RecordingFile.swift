import Core

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A recording that grows, and is whole JSON whenever it is looked at, also after `kill -9`.
///
/// A write in place will not do: a signal may cut it off between two pages. So there are two
/// copies, and only the one that nobody sees is written to. Then they change names, each step of
/// which happens whole or not at all; what is now unseen gets the same entry with the next one.
/// An entry is written twice, and its cost does not grow with the file. Nothing is synced: a
/// machine that loses its power may lose the recording.
struct RecordingFile {
  static let tail = Array("\n]}}\n".utf8)

  let path: String
  private var front: RecordingSide
  private var back: RecordingSide
  private(set) var entryCount: Int

  private var backPath: String { "\(path).footbridge-1" }
  private var sparePath: String { "\(path).footbridge-2" }

  /// Opens the file for this process alone.
  /// - Parameters:
  ///   - head: up to the first entry.
  ///   - entries: those that stay, each as JSON.
  init(path: String, front: RecordingSide, head: [UInt8], entries: [[UInt8]])
    throws(RecordingError)
  {
    self.path = path
    self.front = front
    entryCount = entries.count
    // Left by a run that was killed.
    unlink("\(path).footbridge-2")
    guard let back = RecordingSide(path: "\(path).footbridge-1", fresh: true) else {
      throw RecordingFile.error(path)
    }
    self.back = back
    try rewrite(head + Array(entries.joined(separator: Array(",\n".utf8))))
  }

  /// The real file behind a name, opened and locked; made if it is not there.
  static func open(_ path: String) throws(RecordingError) -> (path: String, side: RecordingSide) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .notWritable(file: path, reason: "it is no file")
    }
    var real = path
    if let resolved = realpath(path, nil) {
      real = String(cString: resolved)
      free(resolved)
    }
    // The file may have been exchanged between opening and locking it.
    for _ in 0..<100 {
      guard let side = RecordingSide(path: real, fresh: false) else { throw error(path) }
      var (opened, named) = (stat(), stat())
      if fstat(side.descriptor, &opened) == 0, stat(real, &named) == 0,
        opened.st_ino == named.st_ino
      {
        return (real, side)
      }
      close(side.descriptor)
    }
    throw .busy(file: path)
  }

  /// Adds entries that stay, and puts those that may still grow behind them.
  mutating func append(_ entries: [[UInt8]], growing: [[UInt8]]) throws(RecordingError) {
    if back.finalEnd < front.finalEnd {
      let missing = RecordingSide.read(front.descriptor, back.finalEnd..<front.finalEnd)
      guard let missing, back.write(missing, at: back.finalEnd) else { throw failure }
      back.finalEnd = front.finalEnd
    }
    var fresh: [UInt8] = []
    for entry in entries {
      fresh += separator + entry
      entryCount += 1
    }
    var loose: [UInt8] = []
    var isFirst = entryCount == 0
    for entry in growing {
      loose += (isFirst ? [] : Array(",\n".utf8)) + entry
      isFirst = false
    }
    guard back.write(fresh + loose + RecordingFile.tail, at: back.finalEnd) else { throw failure }
    back.finalEnd += fresh.count
    try exchange()
  }

  /// Head and final entries as they stand.
  func content() throws(RecordingError) -> [UInt8] {
    guard let bytes = RecordingSide.read(front.descriptor, 0..<front.finalEnd) else {
      throw failure
    }
    return bytes
  }

  /// Puts other bytes in place of head and final entries.
  mutating func rewrite(_ content: [UInt8], entryCount count: Int? = nil) throws(RecordingError) {
    guard back.write(content + RecordingFile.tail, at: 0) else { throw failure }
    back.finalEnd = content.count
    entryCount = count ?? entryCount
    try exchange()
    back.finalEnd = 0
  }

  /// Takes the second copy away.
  func end() {
    unlink(backPath)
    close(back.descriptor)
    close(front.descriptor)
  }

  private var separator: [UInt8] { entryCount == 0 ? [] : Array(",\n".utf8) }

  /// The copies change names. Where a file cannot have two names, the old one is given up, and the
  /// next is made anew.
  private mutating func exchange() throws(RecordingError) {
    let keepsOld = link(path, sparePath) == 0
    guard rename(backPath, path) == 0 else { throw failure }
    swap(&front, &back)
    if keepsOld, rename(sparePath, backPath) == 0 { return }
    let old = back.descriptor
    guard let fresh = RecordingSide(path: backPath, fresh: true) else { throw failure }
    back = fresh
    close(old)
  }

  private var failure: RecordingError { RecordingFile.error(path) }

  private static func error(_ path: String) -> RecordingError {
    errno == EWOULDBLOCK
      ? .busy(file: path)
      : .notWritable(file: path, reason: Phrase(verbatim: HTTPArchive.reason(errno)))
  }
}
