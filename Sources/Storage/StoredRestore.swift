import Foundation

/// Something that was changed for a while and is still to be put back.
package struct StoredRestore: Sendable, Equatable {
  /// The logbook's number of it; `keepRestore` gives it.
  package let id: Int64
  /// When it was written down last, before the change, by this machine's clock.
  package let at: Date
  /// What it is, as it was handed to `keepRestore`.
  package let json: String
}
