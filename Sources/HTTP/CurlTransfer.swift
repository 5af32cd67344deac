/// One exchange under way, on libcurl's thread: what has come in so far, and how it is handed on.
final class CurlTransfer: Curl.Receiver {
  let job: CurlJob
  let easy: Curl.Easy
  private var head = ReplyHead()
  private var body: [UInt8] = []
  private var events = ServerSentEventParser()
  /// Why we ended it ourselves.
  private var failure: WireError?
  private var isObserved = false

  init(_ job: CurlJob, on easy: Curl.Easy) {
    self.job = job
    self.easy = easy
  }

  // MARK: from libcurl

  func receive(headerLine: UnsafeRawBufferPointer) -> Bool {
    let wasComplete = head.isComplete
    guard head.take(headerLine) else { return refuse(tooLarge(ReplyHead.limitBytes)) }
    if head.isComplete && !wasComplete { begin() }
    return true
  }

  func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
    if case .stream(let continuation) = job.delivery, head.status == 200 {
      return pass(bytes, to: continuation)
    }
    guard body.count + bytes.count <= job.request.bodyLimitBytes else {
      return refuse(tooLarge(job.request.bodyLimitBytes))
    }
    body.append(contentsOf: bytes)
    return true
  }

  private func begin() {
    if case .stream(let continuation) = job.delivery, head.status == 200 {
      // Until here the request's time limit held; an open stream has none.
      easy.liftTimeout()
      observe(.status(head.status), easy.timings)
      continuation.yield(.opened)
    } else if let length = head.contentLength, length <= job.request.bodyLimitBytes {
      body.reserveCapacity(length)
    }
  }

  private func pass(_ bytes: UnsafeRawBufferPointer, to stream: CurlJob.Stream.Continuation) -> Bool
  {
    guard let parts = try? events.feed(bytes) else {
      return refuse(tooLarge(ServerSentEventParser.eventLimitBytes))
    }
    for part in parts {
      switch stream.yield(part) {
      case .enqueued: continue
      case .terminated: return false
      case .dropped: fallthrough
      @unknown default:
        return refuse(.streamOverflow(host: host, limit: Transport.streamBufferLimit))
      }
    }
    return true
  }

  // MARK: the end

  /// Hands on the reply, or why there is none.
  func end(_ outcome: Curl.Outcome, _ timings: Timings) {
    guard let error = error(outcome, timings) else { return deliver(timings) }
    observe(.failed(error), timings)
    job.delivery.fail(error)
  }

  /// Ends it because nobody waits any more.
  func cancel(_ timings: Timings) {
    observe(.cancelled, timings)
    job.delivery.cancel()
  }

  private func deliver(_ timings: Timings) {
    observe(.status(head.status), timings)
    let response = Response(
      status: head.status, headers: head.headers, body: body, timings: timings)
    switch job.delivery {
    case .reply(let continuation): continuation.resume(returning: response)
    case .stream(let continuation):
      if head.status != 200 { continuation.yield(.refused(response)) }
      continuation.finish()
    }
  }

  private func error(_ outcome: Curl.Outcome, _ timings: Timings) -> WireError? {
    switch outcome {
    case .done: nil
    case .timedOut: .timedOut(host: host, after: limit(reachedAfter: timings.total))
    case .untrusted(let reason): .tlsUntrusted(host: host, reason: reason)
    case .exhausted(let reason): .resourceMissing(reason: reason)
    case .broken(let reason): .unreachable(host: host, reason: reason)
    case .tunnelRefused(_, let reason): .proxyRefused(host: host, reason: reason)
    case .refused: failure ?? .unreachable(host: host, reason: "the stream's reader went away")
    }
  }

  /// Which of the two limits it was: libcurl gives both the same code.
  private func limit(reachedAfter microseconds: Int) -> Duration {
    .microseconds(microseconds) >= job.request.timeout
      ? job.request.timeout : min(job.request.connectTimeout, job.request.timeout)
  }

  private func refuse(_ error: WireError) -> Bool {
    failure = error
    return false
  }

  private func tooLarge(_ limit: Int) -> WireError { .bodyTooLarge(host: host, limitBytes: limit) }

  private var host: String { job.message.authority }

  private func observe(_ outcome: Exchange.Outcome, _ timings: Timings) {
    if isObserved { return }
    isObserved = true
    job.observe(Exchange(request: job.request, outcome: outcome, timings: timings))
  }
}
