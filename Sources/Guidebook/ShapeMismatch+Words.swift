import Ground

extension ShapeMismatch: CustomStringConvertible {
  /// What to tell the person: what is the matter, and what would do.
  package var words: String {
    switch self {
    case .nothing(let noun): Self.nothing(noun)
    case .length(let found, let wanted, let noun): Self.length(found, wanted, noun)
    case .outside(let alphabet, let position, let shown, let noun):
      Self.outside(alphabet, position, shown, noun)
    case .size(let found, let range, let noun): Self.size(found, range, noun)
    case .controlCharacter:
      "There is a character in it that cannot be seen. Type it by hand, or paste it once more."
    case .templateID(let noun):
      "\(Self.subject(noun, "A template ID")) begins with TMPL, and letters, digits, - and _ "
        + "follow, such as TMPLxxxxxxxxx. Copy it once more."
    case .choice(let words, let nearest):
      "I know \(Wording.list(words, "and"))." + Self.guess(nearest)
    case .host(let host, let nearest): Self.host(host, nearest)
    case .plainHTTP(let host):
      "Plain http goes to this machine only, as a token must not cross a network in clear. "
        + "Give https://\(host ?? "…")."
    case .pin(let nearest): "I know pins V0 to V255." + Self.guess(nearest)
    case .yesNo: "Answer yes or no."
    }
  }

  package var description: String { words }

  private static func nothing(_ noun: String?) -> String {
    guard let noun else { return "There is nothing in it yet. I need an answer to go on." }
    return "There is nothing in it yet. I need the \(noun) to go on."
  }

  private static func length(_ found: Int, _ wanted: Int, _ noun: String?) -> String {
    let cause =
      switch found {
      case ..<wanted: "Was the end cut off?"
      case wanted * 2: "Was it pasted twice?"
      default: "Did something else come along?"
      }
    let should = noun.map { "\(article($0)) \($0) has \(wanted)" } ?? "this one takes \(wanted)"
    return "That is \(Wording.count(found, "character")); \(should). \(cause)"
  }

  private static func outside(
    _ alphabet: Shape.Alphabet, _ position: Int, _ shown: Character?, _ noun: String?
  ) -> String {
    let members = alphabet == .hex ? "0-9 and a-f" : "letters, digits, - and _"
    let which = shown.map { "Character \(position), \($0)," } ?? "Character \(position)"
    return
      "\(which) does not belong: \(noun.map { "\(article($0)) \($0)" } ?? "this one") has only "
      + "\(members). Copy it once more."
  }

  private static func size(_ found: Int, _ range: ClosedRange<Int>, _ noun: String?) -> String {
    let limit =
      found < range.lowerBound ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
    return "That is \(Wording.count(found, "character")); "
      + "\(noun.map { "\(article($0)) \($0)" } ?? "this one") has \(limit)."
  }

  private static func host(_ host: String?, _ nearest: String?) -> String {
    let what = host.map { "\($0) is not an address I can use. " } ?? ""
    return what + "Give a host such as ny3.blynk.cloud, or a region: "
      + "\(Wording.list(CloudAddress.regions))." + guess(nearest)
  }

  private static func guess(_ nearest: String?) -> String {
    nearest.map { " Did you mean \($0)?" } ?? ""
  }

  private static func subject(_ noun: String?, _ otherwise: String) -> String {
    guard let noun else { return otherwise }
    let word = article(noun)
    return word.prefix(1).uppercased() + word.dropFirst() + " \(noun)"
  }

  private static func article(_ noun: String) -> String {
    noun.lowercased().first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
  }
}
