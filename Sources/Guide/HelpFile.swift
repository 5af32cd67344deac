/// A file for programs beside the pages of help.
package enum HelpFile {
  /// The JSON Schema of a trip's report.
  package static let tripSchema = "trip.schema.json"

  /// Reads it as it stands.
  ///
  /// - Parameters:
  ///   - guide: the folder of a guide; `help` stands beside it.
  ///   - language: where the file is there in this language, it is that one.
  package static func text(
    _ name: String, beside guide: String, language: String? = nil
  ) throws(GuideError) -> String {
    let reader = GuideReader(folder: folder("help", beside: guide))
    let told = language.flatMap { try? reader.text(of: "\(reader.folder)/\($0)/\(name)") }
    if let told { return told }
    return try reader.text(of: "\(reader.folder)/\(name)")
  }

  /// Where help or wording may be, as seen from the running program.
  ///
  /// - Parameters:
  ///   - executable: the absolute path of the binary; links are followed.
  ///   - environment: looked into for `FOOTBRIDGE_GUIDES`; a guide of one's own may have no words
  ///     of the program beside it, so the usual places follow.
  package static func folders(
    _ name: String, executable: String, environment: [String: String]
  ) -> [String] {
    [environment, [:]].flatMap {
      GuideFolder.places(explicit: nil, executable: executable, environment: $0)
    }
    .map { folder(name, beside: $0) }
  }

  /// Where help or wording is, beside the folder of a guide.
  static func folder(_ name: String, beside guide: String) -> String {
    let path = guide.hasSuffix("/") ? guide.dropLast() : guide[...]
    let above = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (above + [name[...]]).joined(separator: "/")
  }
}
