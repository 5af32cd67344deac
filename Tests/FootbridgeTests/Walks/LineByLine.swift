import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A keyboard at which each question is answered by one line: the lines, then the words that are to
/// lead out, then nothing.
final class LineByLine: Sendable {
  /// What is read from.
  let descriptor: Int32
  private let keys: Int32
  private let lines: [String]
  private let words: [String]
  private let count = Mutex(0)

  init(_ lines: [String], then words: [String]) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ChildProcess.Failure("make a pipe", errno) }
    (descriptor, keys) = (ends[0], ends[1])
    (self.lines, self.words) = (lines, words)
  }

  deinit {
    close(descriptor)
    close(keys)
  }

  /// A question is asked.
  func next() {
    let place = count.withLock { count in
      count += 1
      return count - 1
    }
    let all = lines + words
    // After the last word Ctrl-D, which plain input knows as its end.
    let line = place < all.count ? all[place] + "\n" : ":quit\n"
    let bytes = Array(line.utf8)
    _ = write(keys, bytes, bytes.count)
  }

  /// How many words were typed after the lines.
  var wordsOut: Int { max(0, count.withLock { $0 } - lines.count) }
}
