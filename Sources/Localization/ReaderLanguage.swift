/// Which language a person reads, as the locale's variables say (POSIX, XBD 8.2).
package enum ReaderLanguage {
  /// The first of these that is set to anything counts.
  private static let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]

  /// A language's code such as `de`; `en` for `C`, `POSIX` and what names no language.
  package static func code(in environment: [String: String]) -> String {
    let locale = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let code = locale.prefix { !"_.@".contains($0) }.lowercased()
    let isCode = (2...3).contains(code.count) && code.allSatisfy { $0.isASCII && $0.isLetter }
    return isCode ? code : "en"
  }
}
