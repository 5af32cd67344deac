/// What a live transport's closures share. When the last of them goes, so does libcurl's thread.
final class CurlClient: Sendable {
  private let userAgent: String
  private let network: NetworkSettings
  private let observe: @Sendable (Exchange) -> Void
  private let engine = CurlEngine()

  init(
    userAgent: String, network: NetworkSettings, observe: @escaping @Sendable (Exchange) -> Void
  ) {
    self.userAgent = userAgent
    self.network = network
    self.observe = observe
  }

  deinit { engine.stop() }

  func send(_ request: Request) async throws -> Response {
    try Task.checkCancellation()
    let message = try message(request)
    let ticket = CurlJob.Ticket()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        engine.start(job(request, message, .reply(continuation), ticket))
      }
    } onCancel: {
      engine.cancel(ticket)
    }
  }

  func stream(_ request: Request) -> CurlJob.Stream {
    let limit = Transport.streamBufferLimit
    return CurlJob.Stream(bufferingPolicy: .bufferingOldest(limit)) { continuation in
      do {
        let message = try message(request)
        let ticket = CurlJob.Ticket()
        continuation.onTermination = { ending in
          // Holding the client here keeps the thread for as long as the stream is open.
          if case .cancelled = ending { self.engine.cancel(ticket) }
        }
        engine.start(job(request, message, .stream(continuation), ticket))
      } catch {
        continuation.finish(throwing: error)
      }
    }
  }

  private func message(_ request: Request) throws -> CurlRequest {
    try CurlRequest(request, userAgent: userAgent, network: network)
  }

  private func job(
    _ request: Request, _ message: CurlRequest, _ delivery: CurlJob.Delivery,
    _ ticket: CurlJob.Ticket
  ) -> CurlJob {
    CurlJob(
      request: request, message: message, delivery: delivery, ticket: ticket, observe: observe)
  }
}
