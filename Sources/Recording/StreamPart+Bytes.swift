import HTTP

extension StreamPart {
  /// As it stands in a recording: read again, it is one part. What opens a stream is no bytes.
  var recorded: [UInt8] {
    switch self {
    case .opened, .refused: []
    case .pulse: Array(":\n".utf8)
    case .event(let event):
      Array(
        ((event.name.isEmpty ? "" : "event: \(event.name)\n")
          + event.data.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "data: \($0)\n" }.joined() + "\n").utf8)
    }
  }
}
