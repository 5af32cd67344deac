import Core
import Foundation

/// A file that the person named, such as a report's: it is whole or as it was before. What is no
/// file there, such as a pipe, is written to as it is.
package struct UserFile {
  /// The error number of the system call that failed.
  package struct Failure: Error, Equatable {
    /// `errno` of that call.
    package let number: Int32
  }

  /// Which permissions the person's shell takes away. Whoever reads this first closes what the
  /// program writes otherwise to all but its owner.
  package static let usersMask = umask(0o077)

  /// The file itself, where the path is a link to it.
  private let path: String
  private let isPrivate: Bool

  /// - Parameter isPrivate: for its owner alone; else it is no secret, and may be meant for others.
  package init(_ path: String, isPrivate: Bool = false) {
    self.isPrivate = isPrivate
    let real = realpath(path, nil)
    defer { free(real) }
    self.path = real.map { String(cString: $0) } ?? path
  }

  private var directory: String {
    let parent = (path as NSString).deletingLastPathComponent
    return parent.isEmpty ? "." : parent
  }

  /// The mode of what is there; nil when nothing is.
  private var mode: mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  private var isFile: Bool { mode.map { $0 & S_IFMT == S_IFREG } ?? true }

  /// Those it has, or those that a new file of this person's gets.
  private var permissions: mode_t {
    if isPrivate { return 0o600 }
    return mode.map { $0 & 0o777 } ?? 0o666 & ~UserFile.usersMask
  }

  /// Refuses a place where the state directory keeps its own files.
  package func check(outside home: StateDirectory) throws {
    guard home.keeps(path) else { return }
    throw Problem(
      code: "home-file", title: "That file is one of my own",
      attempt: "I was to write there:", evidence: [Phrase(verbatim: Scrubber([]).scrub(path))],
      causes: "Setups and their tokens are kept in it; it is as it was.",
      next: "Name a file outside of \(home.path).", outcome: .usage)
  }

  /// Finds out whether it can be written, without writing.
  package func check() throws(Failure) {
    if mode.map({ $0 & S_IFMT == S_IFDIR }) == true { throw Failure(number: EISDIR) }
    let isWritable = isFile ? access("\(directory)/.", W_OK | X_OK) == 0 : access(path, W_OK) == 0
    if !isWritable { throw Failure(number: errno) }
  }

  /// Writes all of the text, or leaves what is there as it was.
  package func write(_ text: String) throws(Failure) {
    try check()
    guard isFile else {
      return try fill(open(path, O_WRONLY | O_CLOEXEC), text)
    }
    let beside = "\(directory)/.footbridge.\(getpid())"
    unlink(beside)
    do throws(Failure) {
      let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 { fchmod(descriptor, permissions) }
      try fill(descriptor, text)
      if rename(beside, path) != 0 { throw Failure(number: errno) }
    } catch {
      unlink(beside)
      throw error
    }
  }

  private func fill(_ descriptor: Int32, _ text: String) throws(Failure) {
    guard descriptor >= 0 else { throw Failure(number: errno) }
    let failure = AtomicFile.fill(descriptor, Array(text.utf8))
    close(descriptor)
    // Pipes and terminals cannot be synced, and need not be.
    if let failure, isFile || failure != EINVAL && failure != EROFS {
      throw Failure(number: failure)
    }
  }
}
