import Foundation
import Testing

/// Files of this repository, by their place in it.
enum RepositoryFiles {
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String
    var testDescription: String { path }
  }

  /// All below a folder, in order; what a build or a version control leaves there is not looked at.
  static func below(_ folder: String, ending: String) -> [File] {
    let root = "\(HouseTests.checkout)/\(folder)"
    let names = FileManager.default.enumerator(atPath: root)?.allObjects ?? []
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
      .compactMap { file("\(folder)/\($0)") }
  }

  static func file(_ path: String) -> File? {
    (try? String(contentsOfFile: "\(HouseTests.checkout)/\(path)", encoding: .utf8))
      .map { File(path: path, text: $0) }
  }

  static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(HouseTests.checkout)/\(path)")
  }
}
