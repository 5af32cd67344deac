import GRDB

extension LogbookError {
  /// Sorts SQLite's result codes (sqlite.org/rescode.html).
  init(file: String, _ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .noSpace(file: file)
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_IOERR, .SQLITE_BUSY,
      .SQLITE_LOCKED:
      self = .notWritable(file: file, reason: error.message ?? "\(error.resultCode)")
    default: self = .damaged(file: file, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
