import BlynkAPI

/// What a check that writes needs besides the clouds: others kept away from the device, and a note
/// of what has to be put back.
package struct DeviceAccess: Sendable {
  /// Takes the device for ourselves, for as long as what it returns is kept.
  package let take: @Sendable () async throws -> (any Sendable)?
  /// Puts back what a run that was cut off has left.
  package let putBack: @Sendable () async throws -> Void
  /// Begins to note what has to be put back.
  ///
  /// - Parameter failed: hears why a note could not be kept.
  package let ledger: @Sendable (_ failed: @escaping @Sendable (any Error) -> Void) -> RestoreLedger

  /// Hands all of it in.
  package init(
    take: @escaping @Sendable () async throws -> (any Sendable)?,
    putBack: @escaping @Sendable () async throws -> Void,
    ledger: @escaping @Sendable (@escaping @Sendable (any Error) -> Void) -> RestoreLedger
  ) {
    self.take = take
    self.putBack = putBack
    self.ledger = ledger
  }
}
