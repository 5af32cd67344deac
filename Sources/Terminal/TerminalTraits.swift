import Localization

/// What the terminal can show, whether a person sits at it, and what that person reads.
package struct TerminalTraits: Sendable, Equatable {
  /// Columns of the window.
  package var width: Int
  /// Rows of the window; nil where there is none.
  package var height: Int?
  /// Colour and underline may be used.
  package var colour: Bool
  /// Signs outside ASCII may be used.
  package var unicode: Bool
  /// A person can be asked: input and output are terminals, and `CI` is unset.
  package var interactive: Bool
  /// Only ever append: no redraw, no escape codes.
  package var plain: Bool
  /// Work that takes long says so meanwhile.
  package var showsProgress = true

  /// The language of all that is said.
  package var catalog: PhraseCatalog

  /// Columns, where neither the terminal nor `COLUMNS` tells.
  package static let usualWidth = 80

  /// Traits as they are given; without any, those of a pipe that takes UTF-8.
  package init(
    width: Int = usualWidth, height: Int? = nil, colour: Bool = false, unicode: Bool = true,
    interactive: Bool = false, plain: Bool = true, catalog: PhraseCatalog = .english
  ) {
    self.width = width
    self.height = height
    self.colour = colour
    self.unicode = unicode
    self.interactive = interactive
    self.plain = plain
    self.catalog = catalog
  }

  /// Reads the traits of one stream from what surrounds the program.
  ///
  /// - Parameters:
  ///   - terminals: which of the three standard descriptors are terminals.
  ///   - stream: where the words go.
  ///   - plain: whether `--plain` was given.
  ///   - window: the size the terminal tells; without it `COLUMNS`, without that 80.
  ///   - catalog: what the person reads.
  package init(
    environment: [String: String], terminals: StandardTerminals, stream: OutputStream = .output,
    plain asked: Bool = false, window: WindowSize? = nil, catalog: PhraseCatalog = .english
  ) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let draws = stream == .output ? terminals.output : terminals.error
    let dumb = value("TERM") == nil || value("TERM") == "dumb"
    width =
      window?.columns ?? value("COLUMNS").flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
      ?? TerminalTraits.usualWidth
    height = window?.rows
    plain = asked || dumb || !draws
    colour = !plain && value("NO_COLOR") == nil
    unicode = TerminalTraits.speaksUTF8(value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG"))
    showsProgress = value("FOOTBRIDGE_PROGRESS") != "off"
    interactive = terminals.input && terminals.output && value("CI") == nil
    self.catalog = catalog
  }

  private static func speaksUTF8(_ locale: String?) -> Bool {
    let name = locale?.lowercased() ?? ""
    return name.contains("utf-8") || name.contains("utf8")
  }
}
