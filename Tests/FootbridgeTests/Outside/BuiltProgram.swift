import Foundation

/// The program as it was built: the one that `FOOTBRIDGE_BINARY` names, such as the release build
/// that ships, else the one beside the tests.
enum BuiltProgram {
  struct Absent: Error, CustomStringConvertible {
    let places: [String]

    var description: String {
      "There is no footbridge to test. `swift build` makes it. I looked for:\n"
        + places.joined(separator: "\n")
    }
  }

  /// What names another program than the one beside the tests.
  static let variable = "FOOTBRIDGE_BINARY"

  /// Its path, absolute.
  static func path() throws -> String {
    let places = places
    guard let found = places.first(where: FileManager.default.isExecutableFile) else {
      throw Absent(places: places)
    }
    return found
  }

  /// One that was named and is not there is an error, and no reason to test another one.
  private static var places: [String] {
    if let named = ProcessInfo.processInfo.environment[variable], !named.isEmpty {
      return [URL(fileURLWithPath: named).standardizedFileURL.path]
    }
    // On Linux the tests are a program of their own beside it; on macOS they are a bundle.
    let bundles = [Bundle.main] + Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
    let folders =
      bundles.compactMap { $0.executableURL?.deletingLastPathComponent() }
      + bundles.map { $0.bundleURL.deletingLastPathComponent() }
    return folders.map { $0.appendingPathComponent("footbridge").path }
  }
}
