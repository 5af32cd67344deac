/// One text on its way into another language.
///
/// A text may be read in several ways: as one phrase, as phrases joined by a sign, as a list. That
/// one counts in which our phrases themselves say most.
struct PhraseTranslator {
  typealias Bytes = ArraySlice<UInt8>

  /// What a text is in the other language, and how many bytes of it are phrases of ours.
  struct Told {
    var bytes: [UInt8]
    var weight = 0

    static func + (left: Told, right: Told) -> Told {
      Told(bytes: left.bytes + right.bytes, weight: left.weight + right.weight)
    }
  }

  private let catalog: PhraseCatalog
  /// Where the text may be parted, in order.
  private let cuts: [Bytes.Cut]
  private var known: [Range<Int>: Told] = [:]

  /// - Parameter text: all of what is told; what is asked for is a part of it.
  init(_ text: Bytes, in catalog: PhraseCatalog) {
    self.catalog = catalog
    cuts = text.cuts
  }

  mutating func best(_ text: Bytes) -> Told {
    let range = text.startIndex..<text.endIndex
    if let told = known[range] { return told }
    let told = reading(text)
    known[range] = told
    return told
  }

  private mutating func reading(_ text: Bytes) -> Told {
    let core = text.core
    guard core.count == text.count else {
      let before = Told(bytes: Array(text[..<core.startIndex]))
      let after = Told(bytes: Array(text[core.endIndex...]))
      return core.isEmpty ? before + after : before + best(core) + after
    }
    var best = Told(bytes: Array(text))
    func consider(_ other: Told?) {
      if let other, other.weight > best.weight { best = other }
    }
    consider(catalog.whole[Array(text)].map { Told(bytes: $0, weight: text.count) })
    consider(withoutSigns(text))
    let inside = cuts.drop { $0.head <= text.startIndex }.prefix { $0.tail < text.endIndex }
    if inside.count > PhraseTranslator.mostCuts {
      consider(sentences(text, inside))
    } else {
      for cut in inside { consider(parted(text, at: cut)) }
    }
    // Of two that say as much, the one that takes no sign into a place.
    for told in phrases(text) { consider(told) }
    consider(list(text))
    return best
  }

  /// A text with so many signs is not tried in all ways, but sentence by sentence.
  private mutating func sentences(_ text: Bytes, _ cuts: ArraySlice<Bytes.Cut>) -> Told {
    var told = Told(bytes: [])
    var start = text.startIndex
    for cut in cuts where ".?\n".utf8.contains(text[cut.head - 1]) || text[cut.head] == 10 {
      told = told + best(text[start..<cut.head]) + Told(bytes: Array(text[cut.head..<cut.tail]))
      start = cut.tail
    }
    return start == text.startIndex ? Told(bytes: Array(text)) : told + best(text[start...])
  }

  private mutating func parted(_ text: Bytes, at cut: Bytes.Cut) -> Told {
    let sign = text[cut.head..<cut.tail]
    let parts = [text[..<cut.head], text[cut.tail...]].map { part in
      // Between commas stand names as well as words of ours.
      sign.elementsEqual(PhraseTranslator.comma) && part.isOneWord
        ? Told(bytes: Array(part)) : best(part)
    }
    return parts[0] + Told(bytes: Array(sign)) + parts[1]
  }

  /// The text as each of the phrases that it could be.
  private mutating func phrases(_ text: Bytes) -> [Told] {
    let likely =
      (text.first.flatMap { catalog.patterns[$0] } ?? []) + (catalog.patterns[0] ?? [])
    return likely.compactMap { english, other in
      guard let arguments = english.arguments(in: text) else { return nil }
      var weight = english.weight
      let told = arguments.mapValues { argument in
        let told = best(argument)
        weight += told.weight
        return told.bytes
      }
      return Told(bytes: other.filled(told), weight: weight)
    }
  }

  /// The text but for a sign at one of its ends.
  private mutating func withoutSigns(_ text: Bytes) -> Told? {
    if let first = text.first, PhraseTranslator.openings.contains(first) {
      return Told(bytes: [first]) + best(text.dropFirst())
    }
    guard let end = PhraseTranslator.ends.first(where: { text.suffix($0.count).elementsEqual($0) })
    else {
      return nil
    }
    return best(text.dropLast(end.count)) + Told(bytes: end)
  }

  /// `a, b or c`, where each is one word or a phrase.
  private mutating func list(_ text: Bytes) -> Told? {
    for (word, link) in PhraseTranslator.links {
      guard let other = catalog.whole[word], let place = text.lastStart(of: link) else {
        continue
      }
      let items = text[..<place].parts(at: PhraseTranslator.comma) + [text[(place + link.count)...]]
      let told = items.map { $0.isOneWord ? Told(bytes: Array($0), weight: 1) : best($0) }
      guard told.allSatisfy({ $0.weight > 0 }) else { continue }
      let head = told.dropLast().map(\.bytes).joined(separator: PhraseTranslator.comma)
      let blank = [UInt8(ascii: " ")]
      return Told(
        bytes: head + blank + other + blank + told[told.count - 1].bytes,
        weight: told.reduce(link.count) { $0 + $1.weight })
    }
    return nil
  }

  private static let mostCuts = 24
  private static let comma = Array(", ".utf8)
  private static let ends = [".", ":", ")", "]", "…"].map { Array($0.utf8) }
  private static let openings = Array("([,;:".utf8)
  private static let links = ["or", "and"].map { (Array($0.utf8), Array(" \($0) ".utf8)) }
}
