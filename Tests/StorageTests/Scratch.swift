import Foundation
import Testing

@testable import Storage

/// A home of a test's own, gone when the test is.
final class Scratch {
  let home: StateDirectory

  init() {
    home = StateDirectory(path: "\(Scratch.folder)/footbridge-\(UUID().uuidString)")
  }

  /// In memory where there is such a place: these tests write much, and need it for no longer.
  private static let folder =
    FileManager.default.isWritableFile(atPath: "/dev/shm")
    ? "/dev/shm" : FileManager.default.temporaryDirectory.path

  deinit { try? FileManager.default.removeItem(atPath: home.path) }

  /// Writes a file that is its owner's alone.
  static func put(_ data: Data, at path: String) throws {
    try data.write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
