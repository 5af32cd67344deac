import BlynkAPI
import Foundation
import Storage
import Synchronization

/// Why the logbook did not take what has to be put back, for who asks at the end.
final class LedgerFailure: Sendable {
  private let first = Mutex<LogbookError?>(nil)

  var error: LogbookError? { first.withLock { $0 } }

  func note(_ error: any Error) {
    guard let error = error as? LogbookError else { return }
    first.withLock { $0 = $0 ?? error }
  }
}

extension LoggedClouds {
  /// Writes into the logbook what has to be put back. A replay changes nothing.
  ///
  /// - Parameter failed: hears why it did not take it.
  func ledger(_ failed: @escaping @Sendable (any Error) -> Void) -> RestoreLedger {
    if requestContext.isReplayed { return .none }
    return RestoreLedger {
      let number = NoteNumber()
      return .init { note in
        do { try number.kept.withLock { $0 = try keep(note, as: $0) } } catch {
          failed(error)
          throw error
        }
      }
    }
  }

  private final class NoteNumber: Sendable { let kept = Mutex<Int64?>(nil) }

  /// - Returns: the note's number; nil when there is none any more.
  private func keep(_ note: RestoreNote, as number: Int64?) throws -> Int64? {
    guard note.isEmpty else {
      return try book.keepRestore(
        try LoggedRestore(note, of: self).json, of: setup, at: requestContext.now(), as: number)
    }
    if let number { try book.dropRestore(number) }
    return nil
  }
}
