import HTTP
import Core

extension Transport {
  /// A transport that sends nothing: a recording answers.
  /// - Parameter observe: told of each request, as a live transport tells.
  package static func replaying(
    _ replay: Replay, observe: @escaping @Sendable (Exchange) -> Void = { _ in }
  ) -> Transport {
    Transport(
      send: { try await replay.answer($0, observe) },
      stream: { request in
        AsyncThrowingStream { continuation in
          let playing = Task {
            do {
              try await replay.play(request, observe) { continuation.yield($0) }
              continuation.finish()
            } catch {
              continuation.finish(throwing: error)
            }
          }
          continuation.onTermination = { _ in playing.cancel() }
        }
      })
  }
}

extension Replay {
  /// Between two signs of life of a stream whose next part has to wait; both clouds' are rarer.
  fileprivate static let pulsePause: Duration = .seconds(5)

  fileprivate func answer(
    _ request: Request, _ observe: (Exchange) -> Void
  ) async throws -> Response {
    try Task.checkCancellation()
    let place = try find(request)
    let exchange = recording.exchanges[place]
    defer { state.withLock { $0.turns.answer(place) } }
    // As long as it took when it was recorded; that is what real time means.
    if pace == .realTime { try await time.wait(time.now() + .microseconds(exchange.timings.total)) }
    switch exchange.ending {
    case .unanswered: throw Replay.unanswered(request)
    case .failed(let error):
      observe(Exchange(request: request, outcome: .failed(error), timings: exchange.timings))
      throw error
    case .cancelled, .open:
      // Nobody waited for it to the end, and nobody will now.
      try await Task.sleep(for: request.timeout)
      throw WireError.timedOut(host: request.shownHost, after: request.timeout)
    case .whole:
      let response = response(exchange)
      observe(
        Exchange(request: request, outcome: .status(response.status), timings: exchange.timings))
      return response
    }
  }

  /// Its maker does not say why.
  private static func unanswered(_ request: Request) -> WireError {
    .unreachable(host: request.shownHost, reason: "the recording holds no answer")
  }

  private func response(_ exchange: RecordedExchange) -> Response {
    let headers = (exchange.reply?.headers ?? []).map { header in
      let value = String(decoding: filled(Array(header.value.utf8)), as: UTF8.self)
      return (name: header.name, value: value)
    }
    return Response(
      status: exchange.reply?.status ?? 0, headers: headers,
      body: filled(exchange.reply?.body.bytes ?? []), timings: exchange.timings)
  }

  /// Says what a stream said, each part in its turn.
  fileprivate func play(
    _ request: Request, _ observe: (Exchange) -> Void,
    tell: @escaping @Sendable (StreamPart) -> Void
  ) async throws {
    let place = try find(request)
    let exchange = recording.exchanges[place]
    let outcome = Exchange.Outcome.status(exchange.reply?.status ?? 0)
    observe(Exchange(request: request, outcome: outcome, timings: exchange.timings))
    guard let times = exchange.eventTimes else {
      if case .failed(let error) = exchange.ending { throw error }
      if case .unanswered = exchange.ending { throw Replay.unanswered(request) }
      return tell(.refused(response(exchange)))
    }
    let (start, opened) = (time.now(), ContinuousClock.now)
    tell(.opened)
    // What comes next may have to wait for its turn longer than a live line is ever silent; and
    // what came over half a minute may be told at once, while its reader waits as long as ever.
    let beating = Replay.beating(tell)
    defer { beating.cancel() }
    for (part, moment) in zip(exchange.parts, times) {
      try await turn(of: place, at: moment, from: start)
      tell(filled(part))
    }
    beating.cancel()
    let lastBeats = Replay.beating(until: opened + .microseconds(times.last ?? 0), tell)
    defer { lastBeats.cancel() }
    try await turn(of: place, at: exchange.timings.total, from: start)
    switch exchange.ending {
    case .whole: return
    case .unanswered: throw Replay.unanswered(request)
    case .failed(let error): throw error
    case .open, .cancelled:
      // It stays open until nobody reads any more.
      while true { try await Task.sleep(for: .seconds(3600)) }
    }
  }

  /// Signs of life, until there were some as long as in the recording: a silence after that is the
  /// recorded one.
  private static func beating(
    until end: ContinuousClock.Instant? = nil, _ tell: @escaping @Sendable (StreamPart) -> Void
  ) -> Task<Void, any Error> {
    Task {
      while end.map({ ContinuousClock.now + Replay.pulsePause < $0 }) ?? true {
        // Between two signs of life; cancelled with the stream.
        try await Task.sleep(for: Replay.pulsePause)
        tell(.pulse)
      }
    }
  }

  private func filled(_ part: StreamPart) -> StreamPart {
    guard case .event(var event) = part else { return part }
    event.data = String(decoding: filled(Array(event.data.utf8)), as: UTF8.self)
    return .event(event)
  }

  private func turn(
    of place: Int, at microseconds: Int, from start: Duration
  ) async throws {
    let started = recording.exchanges[place].started
    let moment = Instant(microseconds: started.microseconds + microseconds)
    await wait(until: moment, after: place)
    try Task.checkCancellation()
    if pace == .realTime { try await time.wait(start + .microseconds(microseconds)) }
  }

  private func wait(until moment: Instant, after place: Int) async {
    let number = Number()
    await withTaskCancellationHandler {
      await withCheckedContinuation { (wake: CheckedContinuation<Void, Never>) in
        state.withLock { state in
          if number.isCancelled || state.turns.isDue(at: moment, after: place) {
            return wake.resume()
          }
          number.value = state.turns.wait(at: moment, after: place, wake)
        }
      }
    } onCancel: {
      state.withLock { state in
        number.isCancelled = true
        if let waiting = number.value { state.turns.giveUp(waiting) }
      }
    }
  }

  /// Who waits. Unchecked: it is read and changed only while the replay's state is locked.
  private final class Number: @unchecked Sendable {
    var value: Int?
    var isCancelled = false
  }
}
