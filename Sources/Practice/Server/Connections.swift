import NIOCore
import Synchronization

/// The open connections of a server, so that stopping it can close them.
final class Connections: Sendable {
  private let open = Mutex<[ObjectIdentifier: any Channel]>([:])

  /// Keeps the connection until it closes.
  func add(_ channel: any Channel) {
    let key = ObjectIdentifier(channel)
    open.withLock { $0[key] = channel }
    channel.closeFuture.whenComplete { [self] _ in open.withLock { _ = $0.removeValue(forKey: key) }
    }
  }

  /// Returns when every connection is closed.
  func closeAll() async {
    for channel in open.withLock({ Array($0.values) }) {
      // The other side may have been quicker.
      try? await channel.close().get()
    }
  }
}
