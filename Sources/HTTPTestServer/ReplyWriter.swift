import NIOCore

/// Writes a reply from outside its connection's event loop.
struct ReplyWriter: Sendable {
  /// Chunks of a stream that may be under way to a slow client; the others wait in its source.
  static let chunksUnderWay = 32

  private let line: NIOLoopBound<ReplyLine>

  /// Made on the line's event loop.
  init(_ line: ReplyLine, eventLoop: any EventLoop) {
    self.line = NIOLoopBound(line, eventLoop: eventLoop)
  }

  /// Returns when the reply is on its way, or the client is gone.
  func send(_ reply: PracticeReply) async {
    switch reply {
    case .whole(let status, let headers, let body):
      tell { $0.write(status: status, headers: headers, body: body) }
    case .stream(let headers, let chunks):
      tell { $0.begin(status: 200, headers: headers) }
      await pour(chunks)
    case .dropped: tell { $0.hangUp() }
    case .broken(let fault, let reply): await send(reply, brokenBy: fault)
    }
  }

  /// Waiting for each chunk would cost two changes of thread an event.
  private func pour(_ chunks: AsyncStream<[UInt8]>) async {
    var count = 0
    for await chunk in chunks {
      count += 1
      if count % ReplyWriter.chunksUnderWay == 0 {
        guard await write(chunk) else { return }
      } else {
        tell { $0.writeUnheard(chunk) }
      }
    }
    tell { $0.end() }
  }

  /// Does something on the line; what is told first is done first.
  func tell(_ act: @escaping @Sendable (ReplyLine) -> Void) {
    line.eventLoop.execute { act(line.value) }
  }

  /// Whether the chunk left; it does not when the client is gone.
  func write(_ chunk: some Collection<UInt8> & Sendable) async -> Bool {
    let written = line.eventLoop.flatSubmit { line.value.write(chunk) }
    return (try? await written.get()) != nil
  }
}
