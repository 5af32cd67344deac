import HTTP
import Core

/// What was asked, as a recording holds it: each secret is its placeholder.
package struct RecordedRequest: Sendable, Equatable {
  /// In capitals, such as `GET`.
  package var method: String
  /// Whole, with its query, percent-encoded but for the placeholders.
  package var url: String
  /// In the order sent.
  package var headers: [RecordedHeader]
  /// Nil when nothing was sent along.
  package var body: RecordedBody?

  /// A request that is clean already: what a recording of any maker holds.
  package init(
    method: String, url: String, headers: [RecordedHeader] = [], body: RecordedBody? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// The request as it stands in code: a secret that has a type never becomes text here.
  init(_ request: Request, veil: (Secret) -> String) {
    func shown(_ text: MaskedText, _ encode: (String) -> String = { $0 }) -> String {
      text.pieces.map { piece in
        switch piece {
        case .plain(let text): encode(text)
        case .secret(let secret): veil(secret)
        }
      }.joined()
    }
    func pairs(_ items: [QueryItem]) -> String {
      items.map { item in
        let name = item.name.percentEncoded()
        return item.value.map { "\(name)=\(shown($0) { $0.percentEncoded() })" } ?? name
      }.joined(separator: "&")
    }
    method = request.method.rawValue
    let address = shown(request.url)
    let mark = address.contains("?") ? "&" : "?"
    url = request.query.isEmpty ? address : address + mark + pairs(request.query)
    headers = request.headers.map { RecordedHeader($0.name, shown($0.value)) }
    if let login = request.login {
      headers.append(RecordedHeader("Authorization", "Basic \(veil(login.password))"))
    }
    body = request.body.map { RecordedBody($0, shown: { shown($0) }, pairs: pairs) }
  }
}

extension RecordedBody {
  fileprivate init(_ body: Body, shown: (MaskedText) -> String, pairs: ([QueryItem]) -> String) {
    switch body {
    case .form(let items):
      self.init(type: "application/x-www-form-urlencoded", bytes: Array(pairs(items).utf8))
    case .text(let type, let text): self.init(type: type ?? "", bytes: Array(shown(text).utf8))
    case .multipart(let parts):
      let whole = Multipart(
        parts.map { ($0.name, $0.fileName, $0.bytes ?? Array(shown($0.content).utf8)) })
      self.init(type: whole.contentType, bytes: whole.bytes)
    }
  }
}
