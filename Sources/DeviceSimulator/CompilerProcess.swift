import Core
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The process of one run of the compiler, with those that it starts.
final class CompilerProcess: Sendable {
  private struct State {
    var number: pid_t?
    var isOver = false
  }

  private let state = Mutex(State())

  /// Starts the compiler and waits until it is over.
  func run(_ call: CompilerCall) -> Result<CompilerCall.Outcome, SketchError> {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return failure("making a pipe", errno) }
    let reading = ends[0]
    defer { close(reading) }
    let started = start(call, writing: ends[1])
    close(ends[1])
    guard case .success(let number) = started else {
      return started.map { _ in .init(succeeded: false, output: []) }
    }
    let output = CompilerProcess.read(reading, keeping: call.outputBytes)
    let status = wait(for: number)
    return .success(.init(succeeded: status == 0, output: output))
  }

  /// Ends the compiler, now or as soon as it starts.
  func end() {
    state.withLock { state in
      state.isOver = true
      if let number = state.number { kill(-number, SIGKILL) }
    }
  }

  private func start(_ call: CompilerCall, writing: Int32) -> Result<pid_t, SketchError> {
    state.withLock { state in
      guard !state.isOver else { return failure("starting the compiler", ECANCELED) }
      switch call.spawn(writing: writing) {
      case .started(let number):
        state.number = number
        return .success(number)
      case .failed(let problem): return failure("starting the compiler", problem)
      }
    }
  }

  private func wait(for number: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(number, &status, 0) == -1, errno == EINTR {}
    state.withLock { $0.number = nil }
    return status
  }

  private static func read(_ file: Int32, keeping limit: Int) -> [UInt8] {
    var kept: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = systemRead(file, &buffer)
      if count > 0 { kept += buffer.prefix(min(count, limit - kept.count)) }
      if count == 0 || (count < 0 && errno != EINTR) { return kept }
    }
  }

  private func failure<Success>(_ act: Phrase, _ problem: Int32) -> Result<Success, SketchError> {
    .failure(.hostFailed(act: act, reason: Phrase(verbatim: String(cString: strerror(problem)))))
  }
}

/// `read` of the system, whose name the type above has taken.
private func systemRead(_ file: Int32, _ buffer: inout [UInt8]) -> Int {
  read(file, &buffer, buffer.count)
}
