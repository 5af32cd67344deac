/// What a practice cloud answers.
package indirect enum PracticeReply: Sendable {
  /// A whole reply; the server adds `Content-Length` and, where needed, `Connection`.
  case whole(status: Int, headers: [(name: String, value: String)], body: [UInt8])
  /// 200, then chunks until either side ends.
  case stream(headers: [(name: String, value: String)], chunks: AsyncStream<[UInt8]>)
  /// The connection is closed without an answer.
  case dropped
  /// The reply as the client gets it when the line is at fault.
  case broken(NetworkFault, PracticeReply)

  /// A JSON reply with the content type that the caller's cloud uses.
  package static func json(
    _ status: Int, _ value: JSONValue, contentType: String = "application/json; charset=utf-8",
    headers: [(name: String, value: String)] = []
  ) -> PracticeReply {
    .whole(
      status: status, headers: [("Content-Type", contentType)] + headers, body: value.bytes)
  }

  /// A reply of plain text.
  package static func text(
    _ status: Int, _ text: String, contentType: String = "text/plain; charset=utf-8"
  ) -> PracticeReply {
    .whole(status: status, headers: [("Content-Type", contentType)], body: Array(text.utf8))
  }

  /// A reply without a body.
  package static func empty(_ status: Int) -> PracticeReply {
    .whole(status: status, headers: [], body: [])
  }

  /// The status that goes over the wire; nil when the connection is dropped.
  package var status: Int? {
    switch self {
    case .whole(let status, _, _): status
    case .stream: 200
    case .dropped, .broken(.connectionReset, _), .broken(.stall, _): nil
    case .broken(_, let reply): reply.status
    }
  }
}
