import Yams

/// A wording file: what stands for each key, and the forms of each noun that is counted.
package struct PhraseTable: Sendable, Equatable {
  /// By the English key, places and all.
  package var phrases: [String: String] = [:]
  /// By the English noun in the plural, such as `steps`: each form with a place `{n}`.
  package var plurals: [String: [PluralRule: String]] = [:]

  /// A table of these; empty for English.
  package init(phrases: [String: String] = [:], plurals: [String: [PluralRule: String]] = [:]) {
    self.phrases = phrases
    self.plurals = plurals
  }

  /// Reads YAML: maps from key to words, whatever each is called, and one that is called `plurals`.
  /// Of a key that stands in two maps, the words of the map whose name comes first count.
  package init(yaml text: String) throws {
    let maps = try Yams.load(yaml: text) as? [String: Any] ?? [:]
    for (name, map) in maps.sorted(by: { $0.key < $1.key }) {
      if name == "plurals" {
        let forms = map as? [String: [String: String]] ?? [:]
        plurals = forms.mapValues(PhraseTable.forms)
      } else if let map = map as? [String: String] {
        phrases.merge(map) { phrase, _ in phrase }
      }
    }
  }

  private static func forms(_ forms: [String: String]) -> [PluralRule: String] {
    forms.reduce(into: [:]) { known, form in
      if let rule = PluralRule(rawValue: form.key) { known[rule] = form.value }
    }
  }
}
