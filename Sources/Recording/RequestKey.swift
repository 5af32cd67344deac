/// What two requests have in common when they are the same: method, address, headers and body, with
/// each secret as its placeholder. Nothing less counts: there is no near match.
package struct RequestKey: Hashable, Sendable {
  /// Read by `RequestDifference` too; a header's name in small letters.
  let text: String

  /// The key of a request that is clean of secrets already.
  package init(_ request: RecordedRequest) {
    let headers = request.headers.filter { !RequestKey.isOfNoMatter($0.name) }
      .map { "\($0.name.lowercased()): \($0.value)" }.sorted()
    var text = "\(request.method) \(request.url)\n" + headers.joined(separator: "\n") + "\n\n"
    if let body = request.body {
      text += "\(body.type)\n\(String(decoding: body.bytes, as: UTF8.self))"
    }
    self.text = RequestKey.unnumbered(text)
  }

  /// Headers that say who asks and how the line is used, not what is asked.
  static func isOfNoMatter(_ name: String) -> Bool {
    ignored.contains(name.lowercased())
  }

  private static let ignored: Set = [
    "user-agent", "accept-encoding", "connection", "host", "content-length",
  ]

  /// Which secret of several it was depends on which were known first, so its number goes.
  static func unnumbered(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "~")) else { return text }
    var out: [UInt8] = []
    var name: [UInt8]?
    for byte in text.utf8 {
      if byte == UInt8(ascii: "~"), name == nil { name = [] }
      name?.append(byte)
      guard let run = name else {
        out.append(byte)
        continue
      }
      let isDigit = (48...57).contains(byte)
      if run.count == 1 || isDigit { continue }
      // `‹name~2›` ends in the first byte of `›`.
      out += byte == 0xE2 && run.count > 2 ? [byte] : run
      name = nil
    }
    return String(decoding: out + (name ?? []), as: UTF8.self)
  }
}
