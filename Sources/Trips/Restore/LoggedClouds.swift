import Capabilities
import Storage

/// The clouds of a setup, with the logbook in which stands what is still to be put back there.
package struct LoggedClouds: Sendable {
  let setup: String
  let bindings: Bindings
  let requestContext: RequestContext
  let book: LogStore
  let tokens: TokenVersions

  /// The setup's clouds by its answers, and the logbook beside them.
  package init(
    setup: String, bindings: Bindings, requestContext: RequestContext, book: LogStore,
    tokens: TokenVersions
  ) {
    self.setup = setup
    self.bindings = bindings
    self.requestContext = requestContext
    self.book = book
    self.tokens = tokens
  }

  /// What its checks and trips are given of it.
  package var access: DeviceAccess {
    DeviceAccess(
      take: { try await takeDevice() }, putBack: { try await Restoration(clouds: self).run() },
      ledger: { ledger($0) })
  }
}
