import HTTP

extension Transport {
  /// The same transport, with all that goes over it written down.
  package func recorded(by recorder: Recorder) -> Transport {
    Transport(
      send: { request in
        let ticket = recorder.begin(request)
        do {
          let response = try await send(request)
          recorder.end(ticket, response)
          return response
        } catch {
          recorder.fail(ticket, error)
          throw error
        }
      },
      stream: { request in
        let ticket = recorder.begin(request)
        let parts = stream(request)
        let limit = Transport.streamBufferLimit
        return AsyncThrowingStream(bufferingPolicy: .bufferingOldest(limit)) { continuation in
          let reading = Task {
            do {
              for try await part in parts {
                recorder.hear(ticket, part)
                guard case .dropped = continuation.yield(part) else { continue }
                throw WireError.streamOverflow(host: request.shownHost, limit: limit)
              }
              if Task.isCancelled { throw CancellationError() }
              recorder.close(ticket)
              continuation.finish()
            } catch {
              recorder.fail(ticket, error)
              continuation.finish(throwing: error)
            }
          }
          continuation.onTermination = { _ in reading.cancel() }
        }
      })
  }
}
