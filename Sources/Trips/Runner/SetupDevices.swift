import Storage
import Synchronization
import Walkthrough

/// The devices of setups, each read from its log once: in a fleet every trip asks for those of all
/// others.
final class SetupDevices: Sendable {
  private let known = Mutex<[String: String?]>([:])

  /// The ID that was given last, whatever was taken back since; nil without one.
  func device(of setup: String, in book: LogStore) throws -> String? {
    if let device = known.withLock({ $0[setup] }) { return device }
    let device = try book.walk(of: setup, inReplay: false).compactMap { logged -> String? in
      switch logged.event {
      case .answered("particle.device_id", .plain(let id)),
        .learned("particle.device_id", .plain(let id)):
        id
      default: nil
      }
    }.last
    known.withLock { $0[setup] = .some(device) }
    return device
  }
}
