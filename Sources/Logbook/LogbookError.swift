import Foundation

/// Why something could not be kept or read.
package enum LogbookError: Error, Sendable, Equatable {
  case noSpace(file: String)
  case notWritable(file: String, reason: String)
  /// The file is there and is not what Footbridge wrote.
  case damaged(file: String, reason: String)
  /// Written by a newer Footbridge.
  case tooNew(file: String, what: String)
  case held(setup: String, byProcess: Int32?)

  /// Sorts an errno.
  init(file: String, _ code: Int32) {
    switch code {
    case ENOSPC, EDQUOT: self = .noSpace(file: file)
    default: self = .notWritable(file: file, reason: String(cString: strerror(code)))
    }
  }
}
