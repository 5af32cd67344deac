import Core

extension AnswerMismatch: CustomStringConvertible {
  /// What to tell the person: what is the matter, and what would do.
  package var words: Phrase {
    switch self {
    case .nothing(let noun): Self.nothing(noun)
    case .length(let found, let wanted, let noun): Self.length(found, wanted, noun)
    case .outside(let alphabet, let position, let shown, let noun):
      Self.outside(alphabet, position, shown, noun)
    case .size(let found, let range, let noun): Self.size(found, range, noun)
    case .blankInside(let noun): Self.blankInside(noun)
    case .controlCharacter:
      "There is a character in it that cannot be seen. Type it by hand, or paste it once more."
    case .templateID(let noun): Self.templateID(noun)
    case .choice(let words, let nearest):
      "I know \(Wording.list(words, "and"))." + Self.guess(nearest)
    case .host(let host, let nearest): Self.host(host, nearest)
    case .plainHTTP(let host):
      "Plain http goes to this machine only, as a token must not cross a network in clear. "
        + "Give https://\(host ?? "…")."
    case .firstBlynk:
      "That is the first Blynk (0.x): its accounts, its tokens and its calls are others, and none "
        + "of this guide fits them. Make an account at blynk.cloud, and give its host, such as "
        + "ny3.blynk.cloud."
    case .pin(let nearest): "I know pins V0 to V255." + Self.guess(nearest)
    case .yesNo: "Answer yes or no."
    }
  }

  package var description: String { words.english }

  private static func nothing(_ noun: String?) -> Phrase {
    guard let noun else { return "There is nothing in it yet. I need an answer to go on." }
    return "There is nothing in it yet. I need the \(noun) to go on."
  }

  private static func length(_ found: Int, _ wanted: Int, _ noun: String?) -> Phrase {
    let cause: Phrase =
      switch found {
      case ..<wanted: "Was the end cut off?"
      case wanted * 2: "Was it pasted twice?"
      default: "Did something else come along?"
      }
    let count = Wording.count(found, "character")
    return switch noun.map(Noun.init) {
    case .a(let noun): "That is \(count); a \(noun) has \(wanted). \(cause)"
    case .an(let noun): "That is \(count); an \(noun) has \(wanted). \(cause)"
    case nil: "That is \(count); this one takes \(wanted). \(cause)"
    }
  }

  private static func outside(
    _ alphabet: AnswerShape.Alphabet, _ position: Int, _ shown: Character?, _ noun: String?
  ) -> Phrase {
    let members: Phrase = alphabet == .hex ? "0-9 and a-f" : "letters, digits, - and _"
    let which: Phrase = shown.map { "Character \(position), \($0)," } ?? "Character \(position)"
    return switch noun.map(Noun.init) {
    case .a(let noun):
      "\(which) does not belong: a \(noun) has only \(members). Copy it once more."
    case .an(let noun):
      "\(which) does not belong: an \(noun) has only \(members). Copy it once more."
    case nil: "\(which) does not belong: this one has only \(members). Copy it once more."
    }
  }

  private static func size(_ found: Int, _ range: ClosedRange<Int>, _ noun: String?) -> Phrase {
    let limit: Phrase =
      found < range.lowerBound ? "at least \(range.lowerBound)" : "at most \(range.upperBound)"
    let count = Wording.count(found, "character")
    return switch noun.map(Noun.init) {
    case .a(let noun): "That is \(count); a \(noun) has \(limit)."
    case .an(let noun): "That is \(count); an \(noun) has \(limit)."
    case nil: "That is \(count); this one has \(limit)."
    }
  }

  private static func blankInside(_ noun: String?) -> Phrase {
    return switch noun.map(Noun.init) {
    case .a(let noun): "There is a blank in it, and a \(noun) has none. Copy it once more."
    case .an(let noun): "There is a blank in it, and an \(noun) has none. Copy it once more."
    case nil: "There is a blank in it, and this one has none. Copy it once more."
    }
  }

  private static func templateID(_ noun: String?) -> Phrase {
    return switch noun.map(Noun.init) {
    case .a(let noun):
      "A \(noun) begins with TMPL, and letters, digits, - and _ follow, such as "
        + "TMPLxxxxxxxxx. Copy it once more."
    case .an(let noun):
      "An \(noun) begins with TMPL, and letters, digits, - and _ follow, such as "
        + "TMPLxxxxxxxxx. Copy it once more."
    case nil:
      "A template ID begins with TMPL, and letters, digits, - and _ follow, such as "
        + "TMPLxxxxxxxxx. Copy it once more."
    }
  }

  private static func host(_ host: String?, _ nearest: String?) -> Phrase {
    let what: Phrase = host.map { "\($0) is not an address I can use. " } ?? ""
    return what + "Give a host such as ny3.blynk.cloud, or a region: "
      + "\(Wording.list(CloudAddress.regions))." + guess(nearest)
  }

  private static func guess(_ nearest: String?) -> Phrase {
    nearest.map { " Did you mean \($0)?" } ?? ""
  }

  /// What the answer is called, by the article that goes with it.
  private enum Noun {
    case a(String), an(String)

    init(_ noun: String) {
      let isVowel = noun.lowercased().first.map { "aeiou".contains($0) } ?? false
      self = isVowel ? .an(noun) : .a(noun)
    }
  }
}
