import NIOCore
import Synchronization

/// The open connections of a server, so that stopping it can close them.
final class Connections: Sendable {
  private let open = Mutex<[ObjectIdentifier: any Channel]>([:])

  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Keeps the connection until it closes; false when there are too many.
  func add(_ channel: any Channel) -> Bool {
    let key = ObjectIdentifier(channel)
    let fits = open.withLock { open in
      guard open.count < limit else { return false }
      open[key] = channel
      return true
    }
    guard fits else { return false }
    channel.closeFuture.whenComplete { [self] _ in
      open.withLock { _ = $0.removeValue(forKey: key) }
    }
    return true
  }

  /// How many are open.
  var count: Int { open.withLock { $0.count } }

  /// Returns when the connections that are open now have closed by themselves.
  func drained() async {
    for channel in open.withLock({ Array($0.values) }) {
      try? await channel.closeFuture.get()
    }
  }

  /// Closes every connection; returns when that is done.
  /// - Parameter endingStreams: those that have an end are written to it first.
  func closeAll(endingStreams: Bool) async {
    let channels = open.withLock { Array($0.values) }
    for channel in channels {
      if endingStreams {
        channel.pipeline.fireUserInboundEventTriggered(ServerConnection.Ending())
      } else {
        channel.close(promise: nil)
      }
    }
    for channel in channels {
      // The other side may have been quicker.
      try? await channel.closeFuture.get()
    }
  }
}
