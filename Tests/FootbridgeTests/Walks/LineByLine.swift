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
    if count.withLock({ $0 }) <= lines.count + words.count { close(keys) }
  }

  /// A question is asked.
  func next() {
    let place = count.withLock { count in
      count += 1
      return count - 1
    }
    let all = lines + words
    guard place < all.count else {
      // Plain input knows Ctrl-D as its end.
      if place == all.count { close(keys) }
      return
    }
    let bytes = Array("\(all[place])\n".utf8)
    _ = write(keys, bytes, bytes.count)
  }

  /// How many words were typed after the lines.
  var wordsOut: Int { max(0, count.withLock { $0 } - lines.count) }
}
