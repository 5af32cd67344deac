import RoundTrip

/// What a run may be written down as, besides the words and the JSON on the terminal.
package enum ReportFormat: String, CaseIterable {
  case junit, tap, html, markdown

  /// As a sentence names it.
  var name: String {
    switch self {
    case .junit: "JUnit"
    case .tap: "TAP"
    case .html: "HTML"
    case .markdown: "Markdown"
    }
  }

  func text(of chronicle: ReportInput) -> String {
    switch self {
    case .junit: chronicle.junit
    case .tap: chronicle.tap
    case .html: chronicle.html
    case .markdown: chronicle.markdown
    }
  }
}
