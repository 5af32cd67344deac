import Core
import Dispatch
import Synchronization

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A person at a terminal, for tests: a pseudo terminal whose keys a test presses and whose screen
/// it reads. It is nobody's controlling terminal, so its keys send no signals.
final class Keyboard: Sendable {
  private struct State {
    /// What was written and not yet seen.
    var screen = ""
    var transcript = ""
    var waiting: [(text: String, waker: CheckedContinuation<Void, Never>)] = []
  }

  /// The side that a program reads and draws on.
  let terminal: Int32
  private let keys: Int32
  private let state = Mutex(State())

  init(columns: UInt16 = 80) {
    setenv("TERM", "xterm", 1)
    var ends: (keys: Int32, terminal: Int32) = (-1, -1)
    _ = openpty(&ends.keys, &ends.terminal, nil, nil, nil)
    (keys, terminal) = ends
    resize(columns: columns)
    let screen = keys
    DispatchQueue(label: "keyboard").async { [weak self] in
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while case let count = read(screen, &buffer, buffer.count), count > 0 {
        self?.draw(String(decoding: buffer.prefix(count), as: UTF8.self))
      }
      close(screen)
    }
  }

  deinit { close(terminal) }

  /// All that was written so far, escape codes and all.
  var transcript: String { state.withLock { $0.transcript } }

  func press(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(keys, bytes, bytes.count)
  }

  /// Presses bytes that need not be UTF-8.
  func press(bytes: [UInt8]) { _ = write(keys, bytes, bytes.count) }

  /// Waits until the text is written, after what was seen before.
  func sees(_ text: String) async {
    await withCheckedContinuation { waker in
      state.withLock { $0.waiting.append((text, waker)) }
      draw("")
    }
  }

  func resize(columns: UInt16) {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(keys, UInt(TIOCSWINSZ), &size)
  }

  /// The terminal's modes: a fingerprint to compare before and after.
  var modes: [UInt32] {
    var now = termios()
    _ = tcgetattr(terminal, &now)
    return [now.c_iflag, now.c_oflag, now.c_cflag, now.c_lflag, UInt32(now.c_cc.0)]
  }

  private func draw(_ text: String) {
    let seen = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.screen += text
      state.transcript += text
      var seen: [CheckedContinuation<Void, Never>] = []
      while let first = state.waiting.first, let place = state.screen.firstRange(of: first.text) {
        state.screen.removeSubrange(..<place.upperBound)
        seen.append(state.waiting.removeFirst().waker)
      }
      return seen
    }
    for waker in seen { waker.resume() }
  }
}

extension LineInput {
  /// What a hidden prompt gives for these letters.
  static func hidden(_ text: String) -> LineInput { .secret(Secret(text, name: "typed.hidden")) }
}
