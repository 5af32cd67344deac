/// A person's yes and no, in every language that I speak: they are taken in all of them.
enum Consent {
  static let yes: Set = ["yes", "y", "ja", "j", "ok", "okay"]
  static let no: Set = ["no", "n", "nein"]
  /// A yes to "Done?".
  static let done = yes.union(["done", "fertig", "erledigt", "gemacht", "finished", "klar"])
  /// A no to it.
  static let notYet = no.union(["later", "not yet", "noch nicht", "später", "spaeter", "wait"])
}
