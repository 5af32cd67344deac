/// Makes text from outside fit to be shown: known secrets become their names, control characters
/// go.
///
/// Types keep secrets out of our own text. This is the second guard, for text that a cloud sends
/// back: an event that carries the AuthToken, an error that repeats a URL.
package struct Scrubber: Sendable {
  private let replacements: [(form: String, name: String)]

  /// - Parameter secrets: those to look for. One shorter than 8 characters is left alone, as it
  ///   would match ordinary words.
  package init(_ secrets: [Secret]) {
    var found: [(form: String, name: String)] = []
    for secret in secrets where secret.count >= 8 {
      for form in Scrubber.forms(of: secret.open()) { found.append((form, secret.description)) }
    }
    replacements = found.sorted { $0.form.count > $1.form.count }
  }

  /// The text with each known secret, in any of its usual encodings, replaced by its name.
  package func scrub(_ text: String) -> String {
    var clean = String(String.UnicodeScalarView(text.unicodeScalars.filter(Scrubber.isPrintable)))
    for (form, name) in replacements { clean = clean.replacing(form, with: name) }
    return clean
  }

  /// The forms in which a value may turn up: raw, percent-encoded, base64.
  package static func forms(of value: String) -> Set<String> {
    [value, value.percentEncoded(), Base64.encode(Array(value.utf8), padded: false)]
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
  }
}
