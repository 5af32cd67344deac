/// A person's yes and no, in every language that I speak: they are taken in all of them.
package enum YesNoWords {
  static let yes: Set = ["yes", "y", "ja", "j", "ok", "okay"]
  static let no: Set = ["no", "n", "nein"]
  /// A yes to "Done?".
  static let done = yes.union(["done", "fertig", "erledigt", "gemacht", "finished", "klar"])
  /// A no to it.
  static let notYet = no.union([
    "later", "not yet", "not now", "noch nicht", "später", "spaeter", "wait", "warte", "none",
    "keine", "keins", "keinen",
  ])

  /// As it is looked up: in small letters, without the stops at its end.
  static func word(_ typed: String) -> String {
    String(typed.lowercased().reversed().drop { ".!".contains($0) }.reversed())
  }

  /// Whether a line is a yes.
  package static func isYes(_ typed: String) -> Bool { yes.contains(word(typed.trimmed)) }

  /// Whether a line is a yes or a no to "Done?", and nothing else.
  static func isOnlyConsent(_ typed: String) -> Bool {
    let word = word(typed)
    return done.contains(word) || notYet.contains(word)
  }
}
