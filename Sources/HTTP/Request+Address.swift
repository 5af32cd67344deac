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

extension Request {
  /// Whom it is sent to, as it stands in the address.
  package var shownHost: String { url.shown().addressHost }
}

extension String {
  /// Host and port of an address.
  package var addressHost: String {
    let rest = firstRange(of: "://").map { self[$0.upperBound...] } ?? self[...]
    return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }
}
