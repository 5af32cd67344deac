import Core

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for temporary files that only this user can look into, as a sketch holds a token.
struct PrivateFolder: Sendable {
  /// An open file in the folder, locked as long as this process lives and uses it: so another one
  /// finds out that nobody does any more, however this one ended.
  private final class Hold: Sendable {
    private let file: Int32

    init?(_ folder: String, creates: Bool) {
      let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (creates ? O_CREAT : 0)
      file = open("\(folder)/\(PrivateFolder.lockName)", flags, 0o600)
      guard file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 else { return nil }
    }

    /// Also when `init` fails: all that it has stored is there by then.
    deinit { if file >= 0 { close(file) } }
  }

  private static let prefix = "footbridge-sketch-"
  static let lockName = ".lock"
  /// How old a folder is that nobody can be just about to lock.
  private static let youthSeconds = 3600

  /// Where it is.
  let path: String
  private let hold: Hold?

  /// Makes a new one.
  init(inside parent: String) throws(SketchError) {
    var template = Array("\(parent)/\(PrivateFolder.prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .hostFailed(act: "making a folder in \(parent)", reason: PrivateFolder.lastError)
    }
    path = template.withUnsafeBufferPointer { text in
      text.baseAddress.map { String(cString: $0) } ?? parent
    }
    hold = Hold(path, creates: true)
  }

  private static func changed(_ entry: stat) -> Int {
    #if canImport(Darwin)
      entry.st_mtimespec.tv_sec
    #else
      entry.st_mtim.tv_sec
    #endif
  }

  /// Takes away the folders of this user that a process left behind when it was killed.
  static func removeLeftovers(inside parent: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      var entry = stat()
      guard lstat(path, &entry) == 0, entry.st_mode & S_IFMT == S_IFDIR,
        entry.st_uid == geteuid()
      else { continue }
      let isLocked = access("\(path)/\(lockName)", F_OK) == 0
      let hold = Hold(path, creates: false)
      let isOld = changed(entry) < time(nil) - youthSeconds
      guard isLocked ? hold != nil : isOld else { continue }
      withExtendedLifetime(hold) { try? FileManager.default.removeItem(atPath: path) }
    }
  }

  /// Writes a file, and makes the folders above it.
  func write(_ bytes: [UInt8], to name: String) throws(SketchError) {
    let url = URL(filePath: path + "/" + name)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    } catch {
      throw .hostFailed(act: "writing \(name)", reason: PrivateFolder.lastError)
    }
  }

  /// Makes a folder in it.
  func makeFolder(_ name: String) throws(SketchError) {
    guard mkdir(path + "/" + name, S_IRWXU) == 0 else {
      throw .hostFailed(act: "making \(name)", reason: PrivateFolder.lastError)
    }
  }

  /// Lets this user run a file.
  func makeExecutable(_ name: String) throws(SketchError) {
    guard chmod(path + "/" + name, S_IRWXU) == 0 else {
      throw .hostFailed(act: "making \(name) executable", reason: PrivateFolder.lastError)
    }
  }

  /// Reads a file; nil if it is not there.
  func read(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path + "/" + name))).map { Array($0) }
  }

  /// Takes it away with all that is in it. What cannot be removed stays for the system to clean.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static var lastError: Phrase { Phrase(verbatim: String(cString: strerror(errno))) }
}
