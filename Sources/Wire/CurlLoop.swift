/// What libcurl's thread does: it owns the multi and every transfer, and nobody else touches them.
final class CurlLoop {
  /// More transfers than this wait for a connection to be free.
  static let connectionLimit = 256
  /// Handles kept for the next requests; one costs a few kilobytes.
  static let idleHandleLimit = 16
  /// Orders and libcurl's own timers end a wait earlier.
  static let waitLimitMilliseconds: Int32 = 60_000

  private let engine: CurlEngine
  private let multi: Curl.Multi
  private var transfers: [ObjectIdentifier: CurlTransfer] = [:]
  private var idle: [Curl.Easy] = []

  /// Works until the engine stops.
  static func run(_ engine: CurlEngine) {
    guard let multi = Curl.Multi(connectionLimit: connectionLimit) else {
      return refuseAll(engine)
    }
    engine.wake(by: multi.waker)
    CurlLoop(engine, multi).work()
  }

  private init(_ engine: CurlEngine, _ multi: Curl.Multi) {
    self.engine = engine
    self.multi = multi
  }

  private func work() {
    while let orders = engine.take() {
      for order in orders { obey(order) }
      multi.perform()
      while let (easy, outcome) = multi.nextDone() { settle(easy, outcome) }
      multi.wait(limitMilliseconds: CurlLoop.waitLimitMilliseconds)
    }
    engine.wake(by: nil)
    for transfer in transfers.values { drop(transfer) }
    for case .start(let job) in engine.leftOver() { job.delivery.fail(CancellationError()) }
  }

  private func obey(_ order: CurlEngine.Order) {
    switch order {
    case .start(let job): begin(job)
    case .cancel(let ticket):
      if let transfer = transfers[ObjectIdentifier(ticket)] { drop(transfer) }
    }
  }

  private func begin(_ job: CurlJob) {
    if job.ticket.isCancelled { return job.delivery.fail(CancellationError()) }
    guard let easy = idle.popLast() ?? Curl.Easy() else { return refuse(job) }
    let transfer = CurlTransfer(job, on: easy)
    easy.prepare(job.message, receiver: transfer)
    easy.owner = ObjectIdentifier(job.ticket)
    guard multi.add(easy) else { return refuse(job) }
    transfers[ObjectIdentifier(job.ticket)] = transfer
  }

  private func refuse(_ job: CurlJob) {
    job.delivery.fail(CurlEngine.failure(job, "libcurl has no memory for another request"))
  }

  private func settle(_ easy: Curl.Easy, _ outcome: Curl.Outcome) {
    guard let owner = easy.owner, let transfer = transfers[owner] else { return }
    let timings = easy.timings
    release(transfer)
    transfer.end(outcome, timings)
  }

  private func drop(_ transfer: CurlTransfer) {
    let timings = transfer.easy.timings
    release(transfer)
    transfer.cancel(timings)
  }

  private func release(_ transfer: CurlTransfer) {
    transfers[ObjectIdentifier(transfer.job.ticket)] = nil
    multi.remove(transfer.easy)
    transfer.easy.clear()
    if idle.count < CurlLoop.idleHandleLimit { idle.append(transfer.easy) }
  }

  /// Without a multi there is nothing to be done but to say so.
  private static func refuseAll(_ engine: CurlEngine) {
    for case .start(let job) in engine.leftOver() {
      job.delivery.fail(CurlEngine.failure(job, "libcurl could not be set up"))
    }
  }
}
