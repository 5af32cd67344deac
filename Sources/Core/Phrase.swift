/// A sentence or a few words for a person, as a value: a key and its arguments.
///
/// The English literal is the key, with a number for each place, as in Foundation's
/// `LocalizationValue`: `"I cannot reach \(host)."` has the key `I cannot reach {1}.` and `host` as
/// its argument. It is told in the language of the person where it is shown, and nowhere before;
/// `english` is for programs, logs and tests.
package struct Phrase: Sendable {
  indirect enum Content: Sendable {
    /// A person's own data or a cloud's words: the same in every language.
    case verbatim(String)
    case message(key: String, arguments: [Phrase])
    /// A number with its digits in English, such as `1.5`.
    case number(String)
    case count(Int, one: String, many: String)
    case list([Phrase], word: String)
    case sequence([Phrase])
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  /// Text that is nobody's to translate.
  package init(verbatim text: some StringProtocol) { content = .verbatim(String(text)) }

  /// Words that have an entry of their own, such as the name of a case.
  package init(key: String, arguments: [Phrase] = []) {
    content = .message(key: key, arguments: arguments)
  }

  /// A number with a fraction, as English writes it; `1,5` where a comma stands before that.
  package init(decimal digits: String) { content = .number(digits) }

  /// Each of these texts as it is.
  package static func verbatim(_ texts: [String]) -> [Phrase] {
    texts.map { Phrase(verbatim: $0) }
  }

  /// Whether it is a text that no language has other words for.
  package var isVerbatim: Bool { if case .verbatim = content { true } else { false } }

  /// What stands in a place of the key, counted from 1.
  package func argument(_ place: Int) -> Phrase? {
    guard case .message(_, let arguments) = content, arguments.indices.contains(place - 1) else {
      return nil
    }
    return arguments[place - 1]
  }

  /// Whether there is nothing to say.
  package var isEmpty: Bool { english.isEmpty }

  /// The sentence in English, for programs, logs and files.
  package var english: String {
    switch content {
    case .verbatim(let text), .number(let text): text
    case .message(let key, let arguments): Phrase.filled(key, arguments.map(\.english))
    case .count(let number, let one, let many): "\(number) \(number == 1 ? one : many)"
    case .list(let items, let word): Wording.enumeration(items.map(\.english), word)
    case .sequence(let parts): parts.map(\.english).joined()
    }
  }

  /// One after the other. A sentence that the source has in several literals stays one key.
  package static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(.sequence(left.parts + right.parts))
  }

  /// Goes on with more.
  package static func += (left: inout Phrase, right: Phrase) { left = left + right }

  var parts: [Phrase] {
    if case .sequence(let parts) = content { parts } else { [self] }
  }

  /// A key with its places filled; a brace that is no place stands for itself.
  package static func filled(_ key: String, _ arguments: [String]) -> String {
    guard !arguments.isEmpty, key.utf8.contains(UInt8(ascii: "{")) else { return key }
    var filled = ""
    var rest = key[...]
    while let brace = rest.firstIndex(of: "{") {
      filled += rest[..<brace]
      let after = rest[rest.index(after: brace)...]
      let digits = after.prefix { $0.isASCII && $0.isNumber }
      let end = after.dropFirst(digits.count)
      if end.first == "}", let place = Int(digits), arguments.indices.contains(place - 1) {
        filled += arguments[place - 1]
        rest = end.dropFirst()
      } else {
        filled += "{"
        rest = after
      }
    }
    return filled + rest
  }
}

/// Two phrases are equal that say the same in English.
extension Phrase: Hashable, CustomStringConvertible {
  package static func == (left: Phrase, right: Phrase) -> Bool { left.english == right.english }
  package func hash(into hasher: inout Hasher) { hasher.combine(english) }
  package var description: String { english }
}

extension Sequence<Phrase> {
  /// All of them, with the same sign between each two.
  package func joined(separator: String = "") -> Phrase {
    var parts: [Phrase] = []
    for phrase in self {
      if !parts.isEmpty, !separator.isEmpty { parts.append(Phrase(verbatim: separator)) }
      parts += phrase.parts
    }
    return parts.count == 1 ? parts[0] : Phrase(.sequence(parts))
  }
}
