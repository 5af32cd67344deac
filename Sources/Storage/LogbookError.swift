import Core
import Foundation

/// Why something could not be kept or read.
package enum LogbookError: Error, Sendable, Equatable {
  case noSpace(file: String)
  case notWritable(file: String, reason: Phrase)
  /// What is there is not what Footbridge wrote. `aside` is where it was moved, as it is; nil when
  /// it was left in its place.
  case damaged(file: String, reason: Phrase, aside: String?)
  /// The file belongs to another user of this machine.
  case foreign(file: String, owner: UInt32, user: UInt32)
  /// The file is a link to another one, or that other one has several names.
  case linked(file: String, target: String?)
  /// The file's mode keeps its own owner out.
  case closed(file: String, mode: Int)
  /// Written by a newer Footbridge.
  case tooNew(file: String, what: Phrase)
  case held(setup: String, byProcess: Int32?)

  /// Sorts an errno.
  init(file: String, _ code: Int32) {
    switch code {
    case ENOSPC, EDQUOT: self = .noSpace(file: file)
    default:
      self = .notWritable(file: file, reason: Phrase(verbatim: String(cString: strerror(code))))
    }
  }

  /// The same error, with a damaged file moved out of the way.
  func puttingAside(_ path: String, _ companions: [String] = []) -> LogbookError {
    guard case .damaged(let file, let reason, nil) = self else { return self }
    let aside = Quarantine(path: path, companions: companions).move()
    return .damaged(file: file, reason: reason, aside: aside)
  }
}
