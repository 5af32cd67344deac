import Capabilities
import Storage

/// The clouds of a setup, with the logbook in which stands what is still to be put back there.
struct LoggedClouds: Sendable {
  let setup: String
  let bindings: Bindings
  let requestContext: RequestContext
  let book: LogStore
  let tokens: TokenVersions

  /// What its checks and trips are given of it.
  var access: DeviceAccess {
    DeviceAccess(
      take: { try await takeDevice() }, putBack: { try await Restoration(clouds: self).run() },
      ledger: { ledger($0) })
  }
}
