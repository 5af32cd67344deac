import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Somebody who hears a signal in place of what it does, until the watch ends.
package struct SignalObserver: Sendable {
  private let number: Int32
  private let id: Int

  /// - Returns: nil for a hang-up that was ignored from the start on purpose (`nohup`), and where
  ///   there is no descriptor left.
  package init?(_ number: Int32, _ act: @escaping @Sendable () -> Void) {
    _ = SignalObserver.reading
    self.number = number
    id = SignalObserver.state.withLock { state in
      state.count += 1
      state.listeners[state.count] = (number, act)
      return state.count
    }
    guard WatchedSignals.begin(number) else {
      _ = SignalObserver.state.withLock { $0.listeners.removeValue(forKey: id) }
      return nil
    }
  }

  /// The signal means again what it means by itself, once nobody else watches it.
  package func end() {
    SignalObserver.state.withLock { state in
      state.listeners[id] = nil
      if !state.listeners.values.contains(where: { $0.number == number }) {
        WatchedSignals.end(number)
      }
    }
  }

  private struct State {
    var count = 0
    var listeners: [Int: (number: Int32, act: @Sendable () -> Void)] = [:]
  }

  private static let state = Mutex(State())

  /// Reads the numbers as long as the program runs. Unchecked: it is made once and never touched
  /// again.
  nonisolated(unsafe) private static let reading: (any DispatchSourceRead)? = {
    let pipe = WatchedSignals.pipe
    guard pipe >= 0 else { return nil }
    let source = DispatchSource.makeReadSource(fileDescriptor: pipe, queue: .global())
    source.setEventHandler {
      var byte: UInt8 = 0
      while read(pipe, &byte, 1) == 1 { tell(Int32(byte)) }
    }
    source.resume()
    return source
  }()

  private static func tell(_ number: Int32) {
    let acts = state.withLock { $0.listeners.values.filter { $0.number == number }.map(\.act) }
    for act in acts { act() }
  }
}
