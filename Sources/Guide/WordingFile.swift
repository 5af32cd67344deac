#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Core
import Yams

/// The program's own words in other languages: `wording/de.yaml`, beside the guides.
package enum WordingFile {
  /// The words of a language; English where there is no file of it, or none that can be read.
  ///
  /// - Parameters:
  ///   - language: a code such as `de`.
  ///   - executable: the absolute path of the running binary; links are followed.
  package static func catalog(of language: String, executable: String) -> PhraseCatalog {
    guard language != PhraseCatalog.english.language else { return .english }
    let places = GuideFolder.places(explicit: nil, executable: executable, environment: [:])
    let files = places.map { "\(HelpFile.folder("wording", beside: $0))/\(language).yaml" }
    guard let file = files.first(where: FileManager.default.fileExists) else { return .english }
    let phrases = try? phrases(in: GuideReader(folder: "").text(of: file))
    return phrases.map { PhraseCatalog(language: language, phrases: $0) } ?? .english
  }

  /// The phrases of such a file: maps from English to the language, whatever each is called.
  package static func phrases(in text: String) throws -> [String: String] {
    let maps = try Yams.load(yaml: text) as? [String: [String: String]] ?? [:]
    return maps.values.reduce(into: [:]) { all, map in
      all.merge(map) { phrase, _ in phrase }
    }
  }
}
