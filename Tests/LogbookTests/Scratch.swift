import Foundation
import Testing

@testable import Logbook

/// A home of a test's own, gone when the test is.
final class Scratch {
  let home: Home

  init() {
    let name = "footbridge-\(UUID().uuidString)"
    home = Home(path: FileManager.default.temporaryDirectory.appendingPathComponent(name).path)
  }

  deinit { try? FileManager.default.removeItem(atPath: home.path) }

  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
