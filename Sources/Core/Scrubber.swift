/// Makes text from outside fit to be shown: known secrets become their names, control characters
/// go.
///
/// Types keep secrets out of our own text. This is the second guard, for text that a cloud sends
/// back: an event that carries the AuthToken, an error that repeats a URL, an integration whose
/// address holds somebody else's token. All that is kept or shown of a cloud's text comes through.
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

  /// The text with each known secret, in any of its usual encodings, replaced by its name, and what
  /// looks like a stranger's by its kind.
  package func scrub(_ text: String) -> String {
    let known = search.replacing(
      in: String(String.UnicodeScalarView(text.unicodeScalars.filter(Scrubber.isPrintable))))
    return Scrubber.withoutCommands(Scrubber.withoutSigns(TokenShapes.veiled(known)))
  }

  /// Without the signs that begin Footbridge's own verdicts and titles: a text that is wrapped
  /// could have one at the beginning of a line.
  private static func withoutSigns(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ownSigns[$0] != nil }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { ownSigns[$0] ?? $0 }))
  }

  private static let ownSigns: [Unicode.Scalar: Unicode.Scalar] = [
    "✓": "·", "✗": "·", "─": "-",
  ]

  /// Without the sign that a CI's runner obeys anywhere in a line: `##[error]`, `##vso[…]`.
  package static func withoutCommands(_ text: String) -> String {
    text.contains("##") ? text.replacing(/##(?=[A-Za-z]*\[)/, with: "# #") : text
  }

  /// The same on one line: a name of a cloud's must not begin a line of its own, where it could
  /// look like one of ours, or be a command to a CI that reads along.
  package func scrubbedLine(_ text: String) -> String {
    String(scrub(text).map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// Neither a control character nor one that turns the direction of what follows, or ends a line
  /// in another program's eyes.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" || scalar == "\t" { return true }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return false
    default: return !scalar.properties.isBidiControl
    }
  }
}
