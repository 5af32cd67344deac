extension ReplyWriter {
  /// How far an oversized body goes on: well over what clients take.
  static let oversizeBytes = 16 << 20
  /// Its pieces; each one waits for the last.
  static let fillerBytes = 64 << 10

  /// Writes of a reply what the fault lets through.
  func send(_ reply: PracticeReply, brokenBy fault: NetworkFault) async {
    switch (fault, reply) {
    case (.connectionReset, _): tell { $0.reset() }
    // The server closes the connection when it has been idle for long enough.
    case (.stall, _): break
    case (.truncatedBody, .whole(let status, let headers, let body)):
      tell { $0.cut(status: status, headers: headers, body: body) }
    case (.oversizedBody, .whole(let status, let headers, let body)) where status != 204:
      tell { $0.begin(status: status, headers: headers) }
      // JSON with spaces after it is JSON still, so only its size speaks against it.
      if await write(body), await fill(with: UInt8(ascii: " ")) { tell { $0.end() } }
    case (_, .stream(let headers, let chunks)):
      tell { $0.begin(status: 200, headers: headers) }
      await pour(chunks, brokenBy: fault)
    default: await send(reply)
    }
  }

  /// The first chunk of a stream passes: it is open, then, as far as the client can tell.
  private func pour(_ chunks: AsyncStream<[UInt8]>, brokenBy fault: NetworkFault) async {
    var isOpen = false
    for await chunk in chunks {
      switch fault {
      case _ where !isOpen: guard await write(chunk) else { return }
      // Taken from the source and thrown away, until the client leaves.
      case .halfOpenStream: continue
      case .truncatedBody:
        if await write(chunk.prefix(chunk.count / 2)) { tell { $0.hangUp() } }
        return
      // An event without an end.
      case .oversizedBody:
        if await write(chunk.dropLast(2)), await fill(with: UInt8(ascii: "x")) { tell { $0.end() } }
        return
      default: guard await write(chunk) else { return }
      }
      isOpen = true
    }
    tell { $0.end() }
  }

  private func fill(with byte: UInt8) async -> Bool {
    let piece = Array(repeating: byte, count: ReplyWriter.fillerBytes)
    for _ in 0..<ReplyWriter.oversizeBytes / piece.count {
      guard await write(piece) else { return false }
    }
    return true
  }
}
