import TestSupport

/// One write of a whole setup, and what becomes of it.
struct CrashPoint: Sendable, CustomStringConvertible {
  let path: String
  let number: Int
  let mode: BadDisk.Mode
  let write: BadDisk.Write

  var description: String {
    let file = write.path.split(separator: "/").last ?? ""
    return "\(path), write \(number) (\(write.call) \(file)), \(mode)"
  }

  /// All there are. A call that is done whole or not at all has no middle.
  static func all(of path: String, writes: [BadDisk.Write]) -> [CrashPoint] {
    writes.enumerated().flatMap { index, write in
      BadDisk.Mode.allCases.filter { $0 != .during || write.bytes > 1 }.map { mode in
        CrashPoint(path: path, number: index + 1, mode: mode, write: write)
      }
    }
  }
}
