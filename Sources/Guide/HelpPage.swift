import Core

/// A page of help beside the guides, `help/NAME.md`: a title, a few words, and an entry under each
/// `##` heading.
package struct HelpPage: Sendable, Equatable {
  /// What is told under one heading.
  package struct Entry: Sendable, Equatable {
    /// The words of the heading, such as a cause's code.
    package let name: String
    /// All blocks up to the next heading.
    package let text: Prose
  }

  /// The page's first heading; empty when it has none.
  package let title: String
  /// What stands before the first entry.
  package let intro: Prose
  /// In the order of the page.
  package let entries: [Entry]

  /// The pages there are.
  package static let names = ["causes", "warnings", "environment", "exit-codes"]

  /// Reads the page of that name.
  ///
  /// - Parameters:
  ///   - guide: the folder of a guide; `help` stands beside it.
  ///   - language: a page in this language goes before the English one.
  package static func load(
    _ name: String, beside guide: String, language: String? = nil
  ) throws(GuideError) -> HelpPage {
    HelpPage(markdown: try HelpFile.text("\(name).md", beside: guide, language: language))
  }

  init(markdown: String) {
    var title = ""
    var intro: [Prose.Block] = []
    var entries: [Entry] = []
    for block in MarkdownReader.read(markdown).blocks {
      switch block {
      case .heading(1, let words): title = Prose.plain(words)
      case .heading(_, let words): entries.append(Entry(name: Prose.plain(words), text: Prose([])))
      default:
        guard let last = entries.popLast() else {
          intro.append(block)
          continue
        }
        entries.append(Entry(name: last.name, text: Prose(last.text.blocks + [block])))
      }
    }
    self.title = title
    self.intro = Prose(intro)
    self.entries = entries
  }
}
