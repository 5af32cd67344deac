import Synchronization

/// One exchange to be made, and who waits for it.
struct CurlJob: Sendable {
  typealias Stream = AsyncThrowingStream<StreamPart, any Error>

  enum Delivery: Sendable {
    case reply(CheckedContinuation<Response, any Error>)
    case stream(Stream.Continuation)

    /// Ends the wait of whoever waits.
    func fail(_ error: any Error) {
      switch self {
      case .reply(let continuation): continuation.resume(throwing: error)
      case .stream(let continuation): continuation.finish(throwing: error)
      }
    }

    /// Ends it for someone who no longer waits. A stream's reader has gone by then, or sees the end
    /// without an error, as everywhere in Swift when a task that iterates is cancelled.
    func cancel() {
      switch self {
      case .reply(let continuation): continuation.resume(throwing: CancellationError())
      case .stream(let continuation): continuation.finish()
      }
    }
  }

  /// Says that nobody waits any more. It is asked when the job begins too, as a cancellation may
  /// overtake its job on the way to the thread.
  final class Ticket: Sendable {
    private let cancelled = Atomic(false)
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }
    func cancel() { cancelled.store(true, ordering: .releasing) }
  }

  let request: Request
  let message: CurlRequest
  let delivery: Delivery
  let ticket: Ticket
  let observe: @Sendable (Exchange) -> Void
}
