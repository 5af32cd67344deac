import Foundation

/// A directory of a test's own, gone when the test is. Its path always has the same length, so that
/// texts with it in them break at the same place.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let name = String(UUID().uuidString.prefix(8))
    path = "/tmp/footbridge-\(name)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Everything below a directory of it, with its mode, in the order of the names.
  static func entries(of directory: String) throws -> [(path: String, mode: Int, isFolder: Bool)] {
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: directory).sorted().map { name in
      let attributes = try manager.attributesOfItem(atPath: "\(directory)/\(name)")
      return (
        path: name, mode: attributes[.posixPermissions] as? Int ?? 0,
        isFolder: attributes[.type] as? FileAttributeType == .typeDirectory
      )
    }
  }
}
