import Foundation
import Ground

/// The state directory: 0700, and every file in it 0600.
package struct Home: Sendable, Equatable {
  package let path: String

  package init(path: String) { self.path = path }

  /// `--home`, else `$FOOTBRIDGE_HOME`, else `$XDG_STATE_HOME/footbridge`, else
  /// `~/.local/state/footbridge`.
  package static func locate(flag: String?, environment: [String: String]) -> Home {
    func named(_ key: String) -> String? { environment[key].flatMap { $0.isEmpty ? nil : $0 } }
    let path =
      flag ?? named("FOOTBRIDGE_HOME")
      ?? named("XDG_STATE_HOME").map { "\($0)/footbridge" }
      ?? "\(named("HOME") ?? NSHomeDirectory())/.local/state/footbridge"
    return Home(path: URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  /// A directory of its own below this one.
  package func inside(_ name: String) -> Home { Home(path: file(name)) }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Whether anything was ever kept here.
  package var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Makes the directory if it is not there, for its owner alone.
  package func prepare() throws(LogbookError) {
    guard !exists else { return try requireWritable() }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw LogbookError(file: path, POSIXFailure.code(of: error))
    }
    // The mode given above is narrowed by the umask, never widened; this says it outright.
    guard chmod(path, 0o700) == 0 else { throw LogbookError(file: path, errno) }
    try requireWritable()
  }

  /// A directory that is there keeps its mode: it may be somebody's for other things too.
  private func requireWritable() throws(LogbookError) {
    guard access(path, W_OK | X_OK) == 0 else { throw LogbookError(file: path, errno) }
  }
}
