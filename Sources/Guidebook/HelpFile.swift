/// A file for programs beside the pages of help.
package enum HelpFile {
  /// The JSON Schema of a trip's report.
  package static let tripSchema = "trip.schema.json"

  /// Reads it as it stands.
  ///
  /// - Parameter guide: the folder of a guide; `help` stands beside it.
  package static func text(_ name: String, beside guide: String) throws(GuideError) -> String {
    let reader = GuideReader(folder: folder(beside: guide))
    return try reader.text(of: "\(reader.folder)/\(name)")
  }

  /// Where help is, beside the folder of a guide.
  static func folder(beside guide: String) -> String {
    let path = guide.hasSuffix("/") ? guide.dropLast() : guide[...]
    let above = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (above + ["help"]).joined(separator: "/")
  }
}
