import Core
import Synchronization

/// The way from any task to the thread that owns libcurl.
///
/// The thread starts with the first job, so a program that asks nothing pays nothing, and keeps the
/// engine alive until `stop`.
final class CurlEngine: Sendable {
  enum Order: Sendable {
    case start(CurlJob)
    case cancel(CurlJob.Ticket)
  }

  private enum Phase {
    case idle, running, stopping
    /// There is no thread, or it could not set up libcurl.
    case broken
  }

  private struct State {
    var orders: [Order] = []
    var waker: Curl.Waker?
    var phase = Phase.idle
  }

  private let state = Mutex(State())

  /// Hands a job to the thread; one that finds no thread fails at once.
  func start(_ job: CurlJob) {
    guard post(.start(job), mayBegin: true) else { return CurlEngine.refuse(job) }
  }

  /// Ends the job of that ticket, if it still runs.
  func cancel(_ ticket: CurlJob.Ticket) {
    ticket.cancel()
    _ = post(.cancel(ticket), mayBegin: false)
  }

  /// Ends the thread, soon. Nothing may be posted at the same time or later.
  func stop() {
    state.withLock { state in
      state.phase = .stopping
      state.waker?.wake()
    }
  }

  static func refuse(_ job: CurlJob) {
    let reason: Phrase = "libcurl could not be set up: no file, thread or memory is left"
    job.delivery.fail(WireError.resourceMissing(reason: reason))
  }

  /// A wake-up costs a system call, so it is spared while an earlier one is still unheard. It comes
  /// after the lock, as the thread wants the lock first of all; the waker is still good then,
  /// because its multi goes only after `stop`.
  private func post(_ order: Order, mayBegin: Bool) -> Bool {
    let (isPosted, waker) = state.withLock { state -> (Bool, Curl.Waker?) in
      if state.phase == .idle && mayBegin {
        state.phase = PosixThread.start { CurlLoop.run(self) } ? .running : .broken
      }
      guard state.phase == .running else { return (false, nil) }
      state.orders.append(order)
      return (true, state.orders.count == 1 ? state.waker : nil)
    }
    waker?.wake()
    return isPosted
  }
}

// MARK: for the thread

extension CurlEngine {
  /// From now on orders wake that multi.
  func wake(by waker: Curl.Waker) { state.withLock { $0.waker = waker } }

  /// The orders since the last call; nil once it is time to stop.
  func take() -> [Order]? {
    state.withLock { state in
      if state.phase == .stopping { return nil }
      defer { state.orders = [] }
      return state.orders
    }
  }

  /// The last orders, after which there is nobody to take any.
  func close() -> [Order] {
    state.withLock { state in
      defer { state = State(phase: .broken) }
      return state.orders
    }
  }
}
