/// A person's yes and no, in every language that I speak: they are taken in all of them.
enum Consent {
  static let yes: Set = ["yes", "y", "ja", "j"]
  static let no: Set = ["no", "n", "nein"]
}
