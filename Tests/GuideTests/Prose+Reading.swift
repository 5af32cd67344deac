import Core
import Foundation

extension String {
  /// The path as seen from the root of the checkout.
  var inCheckout: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: self).path
  }
}

extension Prose {
  /// All of its text, code and addresses too, a line for each piece.
  var plainText: String { blocks.map { $0.text(code: true) }.joined(separator: "\n") }

  /// The text without code and without what is quoted from a screen (bold).
  var ownWords: String { blocks.map { $0.text(code: false) }.joined(separator: "\n") }
}

extension Prose.Block {
  fileprivate func text(code: Bool) -> String {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.text(code: code)
    case .code(_, let text): code ? text : ""
    case .list(_, let items):
      items.joined().map { $0.text(code: code) }.joined(separator: "\n")
    case .quote(let blocks): blocks.map { $0.text(code: code) }.joined(separator: "\n")
    case .table(let header, let rows):
      ([header] + rows).map { $0.map { $0.text(code: code) }.joined(separator: "\t") }
        .joined(separator: "\n")
    case .rule: ""
    }
  }
}

extension [Prose.Inline] {
  fileprivate func text(code: Bool) -> String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .code(let text): code ? text : ""
      case .emphasis(let inlines): inlines.text(code: code)
      case .strong(let inlines): code ? inlines.text(code: code) : ""
      case .link(let inlines, let url): inlines.text(code: code) + (code ? " \(url)" : "")
      case .softBreak: " "
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
