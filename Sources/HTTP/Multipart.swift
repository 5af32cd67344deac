/// `multipart/form-data` (RFC 7578) as bytes.
package struct Multipart {
  /// A field, or a file with its name.
  package typealias Part = (name: String, fileName: String?, content: [UInt8])

  /// With its boundary.
  package let contentType: String
  /// The body.
  package let bytes: [UInt8]

  /// The parts in this order, each as it is.
  package init(_ parts: [Part]) {
    let boundary = Multipart.boundary(for: parts)
    contentType = "multipart/form-data; boundary=\(boundary)"
    var bytes: [UInt8] = []
    for part in parts {
      bytes += Array("--\(boundary)\r\n\(Multipart.head(part))\r\n".utf8)
      bytes += part.content
      bytes += Array("\r\n".utf8)
    }
    self.bytes = bytes + Array("--\(boundary)--\r\n".utf8)
  }

  private static func head(_ part: Part) -> String {
    let name = "Content-Disposition: form-data; name=\"\(quoted(part.name))\""
    guard let file = part.fileName else { return "\(name)\r\n" }
    return "\(name); filename=\"\(quoted(file))\"\r\nContent-Type: application/octet-stream\r\n"
  }

  /// A line that no content holds: counted up, not drawn, so that equal requests are equal bytes.
  private static func boundary(for parts: [Part]) -> String {
    var number = 1
    while parts.contains(where: { contains(boundary(number), in: $0.content) }) { number += 1 }
    return boundary(number)
  }

  private static func boundary(_ number: Int) -> String { "footbridge-part-\(number)" }

  private static func contains(_ text: String, in bytes: [UInt8]) -> Bool {
    bytes.firstRange(of: Array(text.utf8)) != nil
  }

  /// As browsers do (WHATWG HTML, multipart/form-data encoding). By scalars, as CR and LF together
  /// are one `Character`.
  private static func quoted(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
      switch scalar {
      case "\r": "%0D"
      case "\n": "%0A"
      case "\"": "%22"
      default: String(scalar)
      }
    }.joined()
  }
}
