/// Makes text from outside fit to be shown: known secrets become their names, control characters
/// go.
///
/// Types keep secrets out of our own text. This is the second guard, for text that a cloud sends
/// back: an event that carries the AuthToken, an error that repeats a URL.
package struct Scrubber: Sendable {
  private let search: SecretSearch

  /// - Parameter secrets: those to look for. One shorter than 8 characters is left alone, as it
  ///   would match ordinary words.
  package init(_ secrets: [Secret]) {
    var search = SecretSearch()
    for secret in Set(secrets) where secret.count >= SecretSearch.freeLength {
      search.add(secret.open(), name: secret.description)
    }
    self.search = search
  }

  /// The text with each known secret, in any of its usual encodings, replaced by its name.
  package func scrub(_ text: String) -> String {
    search.replacing(
      in: String(String.UnicodeScalarView(text.unicodeScalars.filter(Scrubber.isPrintable))))
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
  }
}
