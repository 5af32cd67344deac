import Foundation

extension StateDirectory {
  /// Whether a path leads to a file that is kept here, or to where one would be, by whatever link:
  /// nothing else may be written there.
  package func keeps(_ path: String) -> Bool {
    let folders = [self, inside("practice")].filter(\.exists)
    let name = (path as NSString).lastPathComponent
    let parent = (path as NSString).deletingLastPathComponent
    let place = FileIdentity(of: parent.isEmpty ? "." : parent)
    if StateDirectory.isStateFile(name), let place,
      folders.contains(where: { FileIdentity(of: $0.path) == place })
    {
      return true
    }
    guard let target = FileIdentity(of: path) else { return false }
    return folders.contains { folder in
      folder.stateFiles.contains { FileIdentity(of: $0) == target }
    }
  }

  /// What stands in it that Footbridge made.
  private var stateFiles: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter(StateDirectory.isStateFile).map(file)
  }

  /// Whether Footbridge gives a file of the state directory such a name.
  static func isStateFile(_ name: String) -> Bool {
    name.hasPrefix("logbook.") || name.hasPrefix("secrets.") || name.hasSuffix(".lock")
      || name.hasPrefix("history") || name.hasPrefix("practice")
  }
}

/// Which file it is, whatever it is called.
private struct FileIdentity: Equatable {
  let device: UInt64
  let number: UInt64

  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(status.st_ino)
  }
}
