import Core

/// Why a guide cannot be read.
package enum GuideError: Error, Sendable, Equatable {
  /// No guide in any of these places.
  case folderMissing(looked: [String])
  /// A folder, and no `NN-name.md` in it.
  case folderEmpty(String)
  /// A file that the system does not give, or that is no UTF-8 text.
  case unreadable(file: String, reason: Phrase)
  case tooLarge(file: String, limitBytes: Int)
  /// Something is written wrongly, at a line counted from 1.
  case fault(GuideFault, file: String, line: Int)
  /// A text in which `{{` opens a name that does not end, or that holds more than a name.
  case unfinishedName(String)

  /// The file it is about.
  package var file: String? {
    switch self {
    case .unreadable(let file, _), .tooLarge(let file, _), .fault(_, let file, _): file
    case .folderEmpty(let folder): folder
    case .folderMissing(let looked): looked.first
    case .unfinishedName: nil
    }
  }

  /// The line it is about, counted from 1.
  package var line: Int? {
    if case .fault(_, _, let line) = self { line } else { nil }
  }
}
