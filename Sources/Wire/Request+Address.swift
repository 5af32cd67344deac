extension Request {
  /// The address without its query, secrets as names: fit for an error.
  var shownAddress: String { url.shown().withoutQuery }
}

extension String {
  /// An address up to its query or fragment, which may hold a token. By scalars, as a question mark
  /// and an accent after it are one `Character`.
  var withoutQuery: String {
    String(unicodeScalars.prefix { $0 != "?" && $0 != "#" })
  }
}

extension String {
  /// An address that paths are added to, without the slash that a person may have left at its end.
  package var withoutEndSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
