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

  private struct State {
    var orders: [Order] = []
    var waker: Curl.Waker?
    var isStarted = false
    var isStopped = false
  }

  private let state = Mutex(State())

  /// Hands a job to the thread; one that finds no thread fails at once.
  func start(_ job: CurlJob) {
    if post(.start(job)) { return }
    job.delivery.fail(CurlEngine.failure(job, "this machine has no thread to spare"))
  }

  /// Ends the job of that ticket, if it still runs.
  func cancel(_ ticket: CurlJob.Ticket) {
    ticket.cancel()
    state.withLock { state in
      guard state.isStarted else { return }
      CurlEngine.append(.cancel(ticket), to: &state)
    }
  }

  /// Ends the thread, soon.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      state.waker?.wake()
    }
  }

  static func failure(_ job: CurlJob, _ reason: String) -> WireError {
    .unreachable(host: job.message.host, reason: reason)
  }

  private func post(_ order: Order) -> Bool {
    state.withLock { state in
      if !state.isStarted {
        guard PosixThread.start({ CurlLoop.run(self) }) else { return false }
        state.isStarted = true
      }
      CurlEngine.append(order, to: &state)
      return true
    }
  }

  /// A wake-up costs a system call, so it is spared while an earlier one is still unheard.
  private static func append(_ order: Order, to state: inout State) {
    state.orders.append(order)
    if state.orders.count == 1 { state.waker?.wake() }
  }
}

// MARK: for the thread

extension CurlEngine {
  /// From now on orders wake that multi; nil before it goes.
  func wake(by waker: Curl.Waker?) { state.withLock { $0.waker = waker } }

  /// The orders since the last call; nil once it is time to stop.
  func take() -> [Order]? {
    state.withLock { state in
      if state.isStopped { return nil }
      defer { state.orders.removeAll(keepingCapacity: true) }
      return state.orders
    }
  }

  /// The orders that came too late.
  func leftOver() -> [Order] {
    state.withLock { state in
      defer { state.orders = [] }
      return state.orders
    }
  }
}
