import Synchronization

/// What a connection takes of the memory that a server has for the bodies of requests, from their
/// first byte until they are answered. Given back when nobody holds it any more.
final class BodyShare: Sendable {
  /// The memory for the bodies of all connections together.
  final class Room: Sendable {
    private let free: Mutex<Int>

    init(bytes: Int) { free = Mutex(bytes) }

    /// Bytes that nobody has taken.
    var freeBytes: Int { free.withLock { $0 } }

    fileprivate func take(_ bytes: Int) -> Bool {
      free.withLock { free in
        guard bytes <= free else { return false }
        free -= bytes
        return true
      }
    }

    fileprivate func give(_ bytes: Int) { free.withLock { $0 += bytes } }
  }

  private let room: Room
  private let taken = Mutex(0)

  init(of room: Room) { self.room = room }

  deinit { room.give(taken.withLock { $0 }) }

  /// Takes so many bytes more; false when there is no room for them.
  func grow(by bytes: Int) -> Bool {
    guard room.take(bytes) else { return false }
    taken.withLock { $0 += bytes }
    return true
  }
}
