import Core

/// A tree of elements that becomes XML or HTML. Every text and every attribute in it is escaped
/// when it is written, so that nothing a cloud said can become markup.
indirect enum Markup: Sendable {
  enum Dialect { case xml, html }

  case text(Phrase)
  case element(String, [(name: String, value: String)], [Markup])
  /// An element whose `aria-label`, the one attribute that is read out, is words of ours.
  case labelled(Phrase, Markup)
  /// Our own style sheet, as it stands.
  case verbatim(String)

  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
  ) -> Markup {
    .element(name, attributes.map { (name: $0.key, value: $0.value) }, children)
  }

  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: Phrase
  ) -> Markup {
    tag(name, attributes, [.text(text)])
  }

  /// Elements that hold only elements have them on lines of their own.
  func written(
    _ dialect: Dialect, depth: Int = 0, told: (Phrase) -> String = { $0.english }
  ) -> String {
    switch self {
    case .text(let text): return Markup.escaped(told(text))
    case .verbatim(let text): return text
    case .labelled(let label, let markup):
      return markup.labelled(told(label)).written(dialect, depth: depth, told: told)
    case .element(let name, let attributes, let children):
      let inside = attributes.map { name, value in
        " \(name)=\"\(Markup.escaped(value, quoted: true))\""
      }
      let start = "<" + name + inside.joined()
      if children.isEmpty, dialect == .xml { return start + "/>" }
      if children.isEmpty, Markup.voids.contains(name) { return start + ">" }
      let isBlock = !children.isEmpty && children.allSatisfy(\.isElement)
      let gap = isBlock ? "\n" + String(repeating: "  ", count: depth) : ""
      let body = children.map {
        (isBlock ? gap + "  " : "") + $0.written(dialect, depth: depth + 1, told: told)
      }
      return start + ">" + body.joined() + gap + "</\(name)>"
    }
  }

  private var isElement: Bool {
    switch self {
    case .element, .labelled: true
    case .text, .verbatim: false
    }
  }

  private func labelled(_ label: String) -> Markup {
    guard case .element(let name, let attributes, let children) = self else { return self }
    return .element(
      name, attributes.map { $0.name == "aria-label" ? ($0.name, label) : $0 }, children)
  }

  /// HTML's elements without an end.
  private static let voids: Set = ["meta", "br", "hr"]

  /// Text as it may stand between tags or, quoted, in an attribute. Characters that XML does not
  /// have, controls and those that turn the direction of writing go.
  private static func escaped(_ text: String, quoted: Bool = false) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"" where quoted: out += "&quot;"
      case "\n" where quoted: out += "&#10;"
      case "\t" where quoted: out += "&#9;"
      default: if isShown(scalar) { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }

  /// Whether a character may stand in a report at all.
  static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" || scalar == "\t" { return true }
    switch scalar.value {
    // Marks of direction, separators of lines, embeddings and overrides, isolates.
    case 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: return false
    default:
      return scalar.properties.generalCategory != .control
        && !scalar.properties.isNoncharacterCodePoint
    }
  }
}
