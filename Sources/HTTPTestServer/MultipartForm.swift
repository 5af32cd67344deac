/// The parts of a `multipart/form-data` body (RFC 7578).
package struct MultipartForm: Sendable {
  /// One part, as its `Content-Disposition` names it.
  package struct Part: Sendable, Equatable {
    /// The form's field.
    package var name: String
    /// A part that has one is a file.
    package var fileName: String?
    /// Everything between the part's head and the next delimiter.
    package var content: [UInt8]
  }

  /// In the order in which they came.
  package private(set) var parts: [Part] = []

  /// Nil when the request is not multipart, or is cut short.
  package init?(_ request: PracticeRequest) {
    guard request.contentType == "multipart/form-data",
      let boundary = MultipartForm.parameter("boundary", of: request.header("content-type") ?? "")
    else { return nil }
    // The first delimiter lacks the line end that the others begin with.
    let body = Array("\r\n".utf8) + request.body
    let delimiter = Array("\r\n--\(boundary)".utf8)
    let ranges = body.ranges(of: delimiter)
    guard let last = ranges.last, body[last.upperBound...].starts(with: Array("--".utf8)) else {
      return nil
    }
    for (range, next) in zip(ranges, ranges.dropFirst()) {
      guard let part = MultipartForm.part(body[range.upperBound..<next.lowerBound]) else {
        return nil
      }
      parts.append(part)
    }
  }

  private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
    guard let gap = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<gap.lowerBound], as: UTF8.self)
    let line = head.split(separator: "\r\n").first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let line, let name = parameter("name", of: String(line)) else { return nil }
    return Part(
      name: name, fileName: parameter("filename", of: String(line)),
      content: Array(bytes[gap.upperBound...]))
  }

  /// `name="value"` or `name=value` among the parameters of a header.
  private static func parameter(_ name: String, of header: String) -> String? {
    for piece in header.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2, String(pair[0]).trimming(" ").lowercased() == name else { continue }
      return String(pair[1]).trimming(" ").trimming("\"")
    }
    return nil
  }
}
