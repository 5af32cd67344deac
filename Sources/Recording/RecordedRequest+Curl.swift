import HTTP
import Core

extension RecordedRequest {
  /// The request as it may be sent again, each placeholder a secret of that name.
  /// - Parameter secret: what stands for a placeholder's name; without one it has no value.
  package func request(_ secret: (String) -> Secret? = { _ in nil }) -> Request {
    func veiled(_ text: String) -> MaskedText {
      let text = PlaceholderText.veiled(text)
      return MaskedText(
        pieces: text.pieces.map { piece in
          guard case .secret(let named) = piece else { return piece }
          return .secret(secret(named.name) ?? named)
        })
    }
    var request = Request(Request.Method(rawValue: method) ?? .get, veiled(url))
    request.headers = headers.filter {
      !$0.name.hasPrefix(":") && !RequestKey.isOfNoMatter($0.name)
    }
    .map { HeaderField($0.name, veiled($0.value)) }
    if let body {
      let type = body.type.isEmpty ? nil : body.type
      request.body = .text(contentType: type, veiled(String(decoding: body.bytes, as: UTF8.self)))
      if type != nil { request.headers.removeAll { $0.name.lowercased() == "content-type" } }
    }
    return request
  }

  /// The request as a command for the `curl` tool, with secrets as variables.
  package func asCurl() -> String {
    guard Request.Method(rawValue: method) == nil else { return request().asCurl() }
    return request().asCurl().replacing(
      "curl ", with: "curl -X \(Shell.quoted(method)) ", maxReplacements: 1)
  }
}
