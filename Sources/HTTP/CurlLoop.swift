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
      for case .start(let job) in engine.close() { CurlEngine.refuse(job) }
      return
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
    for case .start(let job) in engine.close() { job.delivery.cancel() }
    for transfer in transfers.values { drop(transfer) }
  }

  private func obey(_ order: CurlEngine.Order) {
    switch order {
    case .start(let job): begin(job)
    case .cancel(let ticket):
      if let transfer = transfers[ObjectIdentifier(ticket)] { drop(transfer) }
    }
  }

  private func begin(_ job: CurlJob) {
    if job.ticket.isCancelled { return job.delivery.cancel() }
    guard let easy = idle.popLast() ?? Curl.Easy() else { return CurlEngine.refuse(job) }
    let transfer = CurlTransfer(job, on: easy)
    easy.prepare(job.message, receiver: transfer)
    easy.owner = ObjectIdentifier(job.ticket)
    guard multi.add(easy) else { return CurlEngine.refuse(job) }
    transfers[ObjectIdentifier(job.ticket)] = transfer
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
}
