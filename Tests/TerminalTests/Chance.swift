import Core
import TestSupport

/// Words and pages from a seed, with everything in them that has ever broken a terminal.
struct Chance: RandomNumberGenerator {
  private var seeded: Seeded

  init(seed: UInt64) { seeded = Seeded(seed: seed) }

  mutating func next() -> UInt64 { seeded.next() }

  private static let scraps = [
    "a", "word", "webhook", "grüße", "世界", "e\u{301}", "👩‍🚀", "\u{1B}[31m", "\u{1B}]0;x\u{7}",
    "\u{9B}2J",
    "\r", "\r\n", "\n", "\t", "\u{0}", "\u{7F}", "\u{202E}", "\u{2028}", "`", "✓", "…", "‹x›",
    "\u{1}",
    "https://ny3.blynk.cloud/external/api/get?token=0123456789&V16&long=yes", "  ", "·", "\u{8}",
  ]

  /// The same as a phrase, with scraps in its key and in its place.
  mutating func phrase() -> Phrase {
    Bool.random(using: &self)
      ? Phrase(verbatim: text()) : Phrase(key: text(), arguments: [Phrase(verbatim: text())])
  }

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      text += Chance.scraps[Int.random(in: 0..<Chance.scraps.count, using: &self)]
      if Bool.random(using: &self) { text += " " }
    }
    return text
  }

  mutating func prose(withCode: Bool) -> Prose {
    Prose((0..<Int.random(in: 0...4, using: &self)).map { _ in block(depth: 0, withCode) })
  }

  private mutating func block(depth: Int, _ withCode: Bool) -> Prose.Block {
    switch Int.random(in: 0...(depth < 3 ? 7 : 2), using: &self) {
    case 0: .heading(level: Int.random(in: 1...4, using: &self), inlines())
    case 1, 2: .paragraph(inlines())
    case 3: withCode ? .code(language: nil, text: text()) : .rule
    case 4: .quote(blocks(depth + 1, withCode))
    case 5: .table(header: cells(), rows: (0..<3).map { _ in cells() })
    default:
      .list(
        start: Bool.random(using: &self) ? nil : Int.random(in: 0...120, using: &self),
        items: (0..<3).map { _ in blocks(depth + 1, withCode) })
    }
  }

  private mutating func blocks(_ depth: Int, _ withCode: Bool) -> [Prose.Block] {
    (0..<Int.random(in: 0...2, using: &self)).map { _ in block(depth: depth, withCode) }
  }

  private mutating func cells() -> [[Prose.Inline]] {
    (0..<Int.random(in: 0...4, using: &self)).map { _ in inlines() }
  }

  private mutating func inlines() -> [Prose.Inline] {
    (0..<Int.random(in: 0...4, using: &self)).map { _ in
      switch Int.random(in: 0...6, using: &self) {
      case 0: .code(text())
      case 1: .emphasis([.text(text())])
      case 2: .strong([.text(text())])
      case 3: .link([.text(text())], url: text())
      case 4: .softBreak
      case 5: .lineBreak
      default: .text(text())
      }
    }
  }

  /// Whether a scalar can move the cursor, ring, or turn the writing about.
  static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n"
      && (scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
        || scalar == "\u{2028}" || scalar == "\u{2029}")
  }
}

extension String {
  /// The text without the codes that draw in colour.
  var withoutColour: String { replacing(/\u{1B}\[[0-9;]*m/, with: "") }
}
