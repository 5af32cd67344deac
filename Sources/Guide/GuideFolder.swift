#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds the folder of the guide, wherever the program was put.
package enum GuideFolder {
  /// The guide that is walked unless another is named.
  package static let name = "particle-blynk"
  /// The variable that names another folder.
  package static let variable = "FOOTBRIDGE_GUIDES"

  /// The first place that holds a guide. A place that was named is the only one looked at.
  ///
  /// - Parameters:
  ///   - explicit: what `--guides` names: a guide's folder, or the folder of guides.
  ///   - executable: the absolute path of the running binary; links are followed.
  ///   - environment: looked into for `FOOTBRIDGE_GUIDES`.
  package static func find(
    explicit: String?, executable: String, environment: [String: String]
  ) throws(GuideError) -> String {
    let places = places(explicit: explicit, executable: executable, environment: environment)
    if let found = places.first(where: holdsGuide) { return found }
    throw .folderMissing(looked: places)
  }

  /// Where a guide may be, in the order of looking.
  package static func places(
    explicit: String?, executable: String, environment: [String: String]
  ) -> [String] {
    let named = explicit ?? environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    if let named { return [named, "\(named)/\(name)"] }
    let resolved = URL(filePath: executable).resolvingSymlinksInPath().path
    var places: [String] = []
    for binary in [executable, resolved] {
      let folder = parent(of: binary)
      places.append("\(folder)/Guides/\(name)")
      places.append("\(parent(of: folder))/share/footbridge/Guides/\(name)")
    }
    places.append("\(checkout)/Guides/\(name)")
    var seen: Set<String> = []
    return places.filter { seen.insert($0).inserted }
  }

  /// The checkout that this program was built from: three folders above this file.
  private static let checkout = parent(of: parent(of: parent(of: #filePath)))

  private static func parent(of path: String) -> String {
    let rest = path.split(separator: "/").dropLast().joined(separator: "/")
    return path.hasPrefix("/") ? "/" + rest : rest.isEmpty ? "." : rest
  }

  private static func holdsGuide(_ folder: String) -> Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return names?.contains(where: GuideReader.isSectionFile) ?? false
  }
}
