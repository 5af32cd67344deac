import TestSupport

@testable import Reports

/// Text such as a cloud might send when it means ill, or has been handed something broken.
enum NastyText {
  private static let pieces = [
    "plain", "]]>", "<![CDATA[", "</failure>", "<script>alert(1)</script>", "&amp;", "&#0;", "&",
    "\"", "'", "`", "```", "|", "\\", "\\|", "#", " # SKIP", "\n", "\r\n", "\t", "\u{0}", "\u{7}",
    "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{FFFE}", "\u{FFFF}", "\u{202E}", "\u{2028}", "\u{2066}",
    "🌉", "👩‍🔧", "e\u{301}", "{{V17}}", "--", "-->", "<!--", "  ...", "  ---", "@someone", "%s",
    "not ok 1", "1..9", "[x](javascript:alert(1))", "*b*", "_i_", "https://example.com/?a=1&b=2",
  ]

  static func make(_ chance: inout Seeded) -> String {
    (0..<1 + chance.below(8)).map { _ in pieces[chance.below(pieces.count)] }.joined()
  }

  /// What of it a report shows.
  static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(Markup.isShown)))
  }
}
