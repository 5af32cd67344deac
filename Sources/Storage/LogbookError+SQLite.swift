import Core
import Foundation
import GRDB

extension LogbookError {
  /// Sorts SQLite's result codes (sqlite.org/rescode.html).
  init(file: String, _ error: DatabaseError) {
    let words = Phrase(verbatim: error.message ?? "\(error.resultCode)")
    switch error.resultCode {
    case .SQLITE_FULL: self = .noSpace(file: file)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
      self = .damaged(file: file, reason: words, aside: nil)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .notWritable(file: file, reason: words)
    default:
      // SQLite says that something failed; the file system, asked itself, says why.
      let trial = WriteProbe(beside: file).errorCode
      // The file was ours to write: it is its header that forbids it.
      let usual =
        error.resultCode == .SQLITE_READONLY
        ? LogbookError.damaged(file: file, reason: words, aside: nil)
        : .notWritable(file: file, reason: words)
      self = trial.map { LogbookError(file: file, $0) } ?? usual
    }
  }
}
