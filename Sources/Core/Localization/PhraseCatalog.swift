/// What a person reads, in a language: each English phrase with what it is there.
///
/// All words are made, kept and handed to programs in English. Only where they are shown are they
/// told in the person's language, from the finished text: a phrase is found again by its pattern,
/// and what stands in its places is told in turn. So what lies in a logbook since last year is told
/// like what was made just now, and data for programs cannot differ. What is not known, such as a
/// cloud's own words, stays as it is.
package struct PhraseCatalog: Sendable {
  /// The language's code, such as `de` (ISO 639).
  package let language: String
  /// Phrases without a place.
  let whole: [[UInt8]: [UInt8]]
  /// Those with places, by their first byte; 0 for one that begins with a place.
  let patterns: [UInt8: [(english: PhrasePattern, other: PhrasePattern)]]

  /// Longer texts are not phrases of ours.
  private static let limitBytes = 2_000

  /// Where a fraction follows a comma.
  private static let commaLanguages: Set = ["de"]

  /// English: every text as it is.
  package static let english = PhraseCatalog(language: "en", phrases: [:])

  /// - Parameter phrases: by the English phrase, places and all.
  package init(language: String, phrases: [String: String]) {
    self.language = language
    var whole: [[UInt8]: [UInt8]] = [:]
    var patterns: [UInt8: [(english: PhrasePattern, other: PhrasePattern)]] = [:]
    for (written, other) in phrases {
      let english = PhrasePattern(written)
      if english.places.isEmpty {
        whole[Array(written.utf8)] = Array(other.utf8)
      } else {
        patterns[english.texts[0].first ?? 0, default: []].append((english, PhrasePattern(other)))
      }
    }
    self.whole = whole
    // Of two that say as much, always the same one.
    self.patterns = patterns.mapValues { $0.sorted { $0.english.precedes($1.english) } }
  }

  /// The text in this language, as far as it is known.
  package func told(_ text: String) -> String {
    let isKnown = !whole.isEmpty || !patterns.isEmpty
    guard isKnown, text.utf8.count <= PhraseCatalog.limitBytes else { return text }
    let bytes = Array(text.utf8)[...]
    var telling = PhraseTranslator(bytes, in: self)
    let told = String(decoding: telling.best(bytes).bytes, as: UTF8.self)
    return PhraseCatalog.commaLanguages.contains(language) ? told.withDecimalCommas : told
  }
}

extension PhraseCatalog: Equatable {
  /// One language is one catalog.
  package static func == (left: PhraseCatalog, right: PhraseCatalog) -> Bool {
    left.language == right.language
  }
}
