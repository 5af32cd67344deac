#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The program's own words in other languages: `wording/de.yaml`, beside the guides.
package enum WordingFile {
  /// More than this is no wording file, in bytes.
  private static let limitBytes = 4_194_304

  /// The words of a language; English where there is no file of it, or none that can be read.
  ///
  /// - Parameters:
  ///   - language: a code such as `de`.
  ///   - folders: where wording files may be; the first that has the language's counts.
  package static func catalog(of language: String, in folders: [String]) -> PhraseCatalog {
    guard language != PhraseCatalog.english.language else { return .english }
    let files = folders.map { "\($0)/\(language).yaml" }
    guard let file = files.first(where: FileManager.default.fileExists),
      let data = FileManager.default.contents(atPath: file), data.count <= limitBytes,
      let table = try? PhraseTable(yaml: String(decoding: data, as: UTF8.self))
    else { return .english }
    return PhraseCatalog(language: language, table: table)
  }
}
