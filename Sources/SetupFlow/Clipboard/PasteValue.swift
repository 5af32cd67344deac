import Core
import Guide

/// A text that a step has a person type or paste into a console: a field's value, or a block.
struct PasteValue: Sendable, Equatable {
  /// The field as the console calls it, or the block's kind.
  let name: String
  let text: MaskedText

  /// What a page has to paste, from top to bottom. A name that has no value yet makes its text no
  /// use to anybody.
  ///
  /// - Parameters:
  ///   - page: with the values filled in, secrets as their names.
  ///   - secrets: what stands behind those names.
  static func all(in page: Prose, secrets: [Secret]) -> [PasteValue] {
    page.blocks.flatMap(named).compactMap { name, shown in
      let text = MaskedText(shown, naming: secrets)
      return text.isFilled ? PasteValue(name: name, text: text) : nil
    }
  }

  /// The fields of a form are a table of two columns; what a person writes themselves is no code.
  private static func named(_ block: Prose.Block) -> [(String, String)] {
    switch block {
    case .table(let head, let rows) where head.count == 2:
      return rows.compactMap { row in
        guard row.count == 2, case .code(let value)? = row[1].first else { return nil }
        return (Prose.plain(row[0]), value)
      }
    case .code(let language?, let text) where kinds.contains(language):
      return [(language, String(text.reversed().drop(while: \.isNewline).reversed()))]
    default: return []
    }
  }

  /// The blocks that are pasted as they stand; others show what a console says.
  private static let kinds: Set = ["json", "sh"]
}

extension PasteValue {
  /// How it is told of: a secret by its name.
  var words: Phrase {
    let secrets = text.secrets.map(\.description)
    let name = Phrase(key: name)
    return secrets.isEmpty ? name : "\(name) (\(Wording.list(secrets, "and")))"
  }

  /// The text on one short line.
  var preview: String {
    let line = text.shown().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > PasteValue.previewLetters
      ? line.prefix(PasteValue.previewLetters - 1) + "…" : line
  }

  private static let previewLetters = 44

  /// Whether a person means this one by how a word or two begin: of its name, or of a secret's in
  /// it.
  func isMeant(by words: String) -> Bool {
    let names = ([name] + text.secrets.map(\.name)).joined(separator: " ").lowercased()
      .replacing("_", with: " ").replacing(".", with: " ")
    return (" " + names).contains(" " + words.lowercased().replacing("_", with: " "))
  }
}

extension MaskedText {
  /// Text in which each of these secrets shows as its name.
  fileprivate init(_ shown: String, naming secrets: [Secret]) {
    var pieces: [Piece] = [.plain(shown)]
    for secret in secrets {
      pieces = pieces.flatMap { piece -> [Piece] in
        guard case .plain(let text) = piece else { return [piece] }
        let parts = text.split(separator: secret.description, omittingEmptySubsequences: false)
        return parts.enumerated().flatMap { index, part -> [Piece] in
          (index == 0 ? [] : [.secret(secret)]) + (part.isEmpty ? [] : [.plain(String(part))])
        }
      }
    }
    self.init(pieces: pieces)
  }

  /// Whether every name in it has its value.
  fileprivate var isFilled: Bool {
    pieces.allSatisfy { if case .plain(let text) = $0 { !text.contains("‹") } else { true } }
  }
}
