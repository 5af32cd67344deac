import Core

/// What a person reads, in a language: for each key what is said there.
///
/// All words are made and kept as phrases, and told where they are shown. What has no entry, such
/// as a cloud's own words, stays as it is; data for programs are always English.
package struct PhraseCatalog: Sendable {
  /// The language's code, such as `de` (ISO 639).
  package let language: String
  private let table: PhraseTable

  /// Where a fraction follows a comma.
  private static let commaLanguages: Set = ["cs", "de", "fr", "pl", "pt", "ru", "sk", "uk"]

  /// English: every key is its own sentence.
  package static let english = PhraseCatalog(language: "en", table: PhraseTable())

  /// - Parameter table: what a wording file holds.
  package init(language: String, table: PhraseTable) {
    self.language = language
    self.table = table
  }

  /// The phrase in this language.
  package func told(_ phrase: Phrase) -> String {
    language == PhraseCatalog.english.language
      ? phrase.english : phrase.told(by: PhraseTeller(catalog: self))
  }

  /// What is said for a key; nil where it has no entry.
  package func entry(_ key: String) -> String? { table.phrases[key] }

  func decimal(_ digits: String) -> String {
    PhraseCatalog.commaLanguages.contains(language) ? digits.replacing(".", with: ",") : digits
  }

  func count(_ number: Int, _ noun: String) -> String? {
    let forms = table.plurals[noun]
    let form = forms?[PluralRule.form(for: number, in: language)] ?? forms?[.other]
    return form?.replacing("{n}", with: "\(number)")
  }
}

/// How a catalog says what a phrase is made of.
private struct PhraseTeller: PhraseLanguage {
  let catalog: PhraseCatalog

  func entry(_ key: String) -> String? { catalog.entry(key) }
  func decimal(_ digits: String) -> String { catalog.decimal(digits) }
  func count(_ number: Int, one: String, many: String) -> String {
    catalog.count(number, many) ?? "\(number) \(number == 1 ? one : many)"
  }
}

extension PhraseCatalog: Equatable {
  /// One language is one catalog.
  package static func == (left: PhraseCatalog, right: PhraseCatalog) -> Bool {
    left.language == right.language
  }
}
