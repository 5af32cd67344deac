/// What a language says for the parts of a phrase.
package protocol PhraseLanguage {
  /// What is said for a key; nil where there is no entry.
  func entry(_ key: String) -> String?
  /// A number whose digits are given in English.
  func decimal(_ digits: String) -> String
  /// A number with its noun, given in English.
  func count(_ number: Int, one: String, many: String) -> String
}

extension Phrase {
  /// The phrase as a language says it; what has no entry is as in English, but for its arguments.
  package func told(by language: some PhraseLanguage) -> String {
    switch content {
    case .verbatim(let text): return text
    case .number(let digits): return language.decimal(digits)
    case .count(let number, let one, let many):
      return language.count(number, one: one, many: many)
    case .message(let key, let arguments):
      let words = language.entry(key) ?? key
      return Phrase.filled(words, arguments.map { $0.told(by: language) })
    case .list(let items, let word):
      return Wording.enumeration(
        items.map { $0.told(by: language) }, language.entry(word) ?? word)
    case .sequence(let parts): return Phrase.told(parts[...], by: language)
    }
  }

  /// A sentence that the source has in several literals has one entry: that of the longest run of
  /// keys that has any.
  private static func told(_ parts: ArraySlice<Phrase>, by language: some PhraseLanguage) -> String
  {
    var told = ""
    var rest = parts
    while let first = rest.first {
      var run = Array(rest.prefix { $0.isMessage }.prefix(longestRun))
      while run.count > 1, language.entry(Phrase.oneMessage(run).key) == nil { run.removeLast() }
      told +=
        run.count > 1 ? Phrase.oneMessage(run).phrase.told(by: language) : first.told(by: language)
      rest = rest.dropFirst(max(1, run.count))
    }
    return told
  }

  /// More literals than this are no sentence.
  private static let longestRun = 12

  private var isMessage: Bool { if case .message = content { true } else { false } }

  /// The keys one after the other, their places numbered anew.
  private static func oneMessage(_ run: [Phrase]) -> (key: String, phrase: Phrase) {
    var key = ""
    var all: [Phrase] = []
    for case .message(let part, let arguments) in run.map(\.content) {
      key += filled(part, arguments.indices.map { "{\(all.count + $0 + 1)}" })
      all += arguments
    }
    return (key, Phrase(.message(key: key, arguments: all)))
  }
}
