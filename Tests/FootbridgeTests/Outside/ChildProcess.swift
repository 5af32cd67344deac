import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A running program of its own. It has no descriptor but the three that it is given.
final class ChildProcess: Sendable {
  /// How it ended.
  enum Ending: Equatable, CustomStringConvertible {
    case code(Int32)
    case signal(Int32)

    var description: String {
      switch self {
      case .code(let code): "[\(code)]"
      case .signal(let number): "[signal \(number)]"
      }
    }
  }

  struct Failure: Error {
    let what: String
    let reason: String

    init(_ what: String, _ code: Int32) {
      self.what = what
      reason = String(cString: strerror(code))
    }
  }

  private struct State {
    var ending: Ending?
    var waiting: [CheckedContinuation<Ending, Never>] = []
  }

  private let pid: pid_t
  private let state = Mutex(State())

  /// - Parameter openings: what becomes its descriptors 0, 1 and 2.
  init(_ program: ProgramCall, openings: (inout SpawnOpenings) -> Void) throws {
    var spawn = try SpawnOpenings(directory: program.directory)
    defer { spawn.end() }
    openings(&spawn)
    pid = try spawn.start(program)
    DispatchQueue(label: "child \(pid)").async { self.await() }
  }

  /// How it ended, once it has.
  func ending() async -> Ending {
    await withCheckedContinuation { waiter in
      let ending = state.withLock { state in
        if state.ending == nil { state.waiting.append(waiter) }
        return state.ending
      }
      if let ending { waiter.resume(returning: ending) }
    }
  }

  /// Sends a signal, unless it has ended: its number may be another's by then.
  func signal(_ number: Int32) {
    state.withLock { if $0.ending == nil { _ = kill(pid, number) } }
  }

  private func await() {
    var information = siginfo_t()
    while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
    let waiting = state.withLock { state in
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
      let ending: Ending = status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F)
      state.ending = ending
      defer { state.waiting = [] }
      return state.waiting.map { ($0, ending) }
    }
    for (waiter, ending) in waiting { waiter.resume(returning: ending) }
  }
}
