import Foundation

/// The program as it was built, beside the tests.
enum BuiltProgram {
  struct Absent: Error, CustomStringConvertible {
    let places: [String]

    var description: String {
      "There is no footbridge beside the tests. `swift build` makes it. I looked for:\n"
        + places.joined(separator: "\n")
    }
  }

  /// Its path. On Linux the tests are a program of their own beside it; on macOS they are a bundle.
  static func path() throws -> String {
    let bundles = [Bundle.main] + Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    let folders =
      bundles.compactMap { $0.executableURL?.deletingLastPathComponent() }
      + bundles.map { $0.bundleURL.deletingLastPathComponent() }
    let places = folders.map { $0.appendingPathComponent("footbridge").path }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      throw Absent(places: places)
    }
    return found
  }
}
