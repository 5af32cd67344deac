import Core
import Foundation

/// The state directory: 0700, and every file in it 0600.
package struct StateDirectory: Sendable, Equatable {
  /// Without a slash at the end; absolute where `locate` found it.
  package let path: String

  /// A directory that may not be there yet: `prepare` makes it.
  package init(path: String) { self.path = path }

  /// `--home`, else `$FOOTBRIDGE_HOME`, else `$XDG_STATE_HOME/footbridge`, else
  /// `~/.local/state/footbridge`. A variable that is empty counts as unset, and of XDG's and the
  /// person's own folder a relative path too (XDG Base Directory Specification, "Basics").
  package static func locate(flag: String?, environment: [String: String]) -> StateDirectory {
    func named(_ key: String) -> String? { environment[key].flatMap { $0.isEmpty ? nil : $0 } }
    func absolute(_ key: String) -> String? { named(key).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let path =
      flag ?? named("FOOTBRIDGE_HOME")
      ?? absolute("XDG_STATE_HOME").map { "\($0)/footbridge" }
      ?? "\(absolute("HOME") ?? NSHomeDirectory())/.local/state/footbridge"
    return StateDirectory(path: URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  /// A directory of its own below this one.
  package func inside(_ name: String) -> StateDirectory { StateDirectory(path: file(name)) }

  /// The path of a file of that name in it, whether it is there or not.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Whether anything was ever kept here.
  package var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Makes the directory if it is not there, for its owner alone.
  package func prepare() throws(LogbookError) {
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // Foundation does not say why it failed; the system does, when asked once more.
    guard exists || mkdir(path, 0o700) == 0 else { throw LogbookError(file: path, errno) }
    if !isClosed, isOurs, chmod(path, 0o700) != 0 { throw LogbookError(file: path, errno) }
    // The dot tells a directory from a file of that name.
    guard access("\(path)/.", W_OK | X_OK) == 0 else { throw LogbookError(file: path, errno) }
  }

  /// Moves all of it out of the way, as it is.
  /// - Returns: its new path; nil when it had to stay.
  package func putAside() -> String? { Quarantine(path: path).move() }

  /// Whether it is its owner's alone.
  private var isClosed: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o777 == 0o700
  }

  /// Whether nothing else lives there: a directory that is used for other things keeps its mode.
  private var isOurs: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.allSatisfy(StateDirectory.isStateFile)
  }
}
