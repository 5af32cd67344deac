import Core

/// One exchange as it may be shown: what was asked, and the beginning of what came back.
///
/// Every secret of the request is replaced by its name, in the URL and in the answer, as a server
/// may repeat it. Headers are left out: a 308's `Location` carries a token.
package struct ExchangeExcerpt: Sendable, Equatable {
  /// How much of an answer is kept, in characters.
  package static let answerLimit = 400

  /// `GET https://ny3.blynk.cloud/external/api/get?token=‹blynk.auth_token›&V16`
  package let asked: String
  /// HTTP's number, whatever the body says.
  package let status: Int
  /// The beginning of the body, without control characters.
  package let answer: String

  /// Keeps the beginning of the answer, with the request's secrets as their names.
  package init(_ request: Request, _ response: Response) {
    asked = ExchangeExcerpt.line(request)
    status = response.status
    let clean = request.scrubber.scrub(
      String(decoding: response.body.prefix(8 << 10), as: UTF8.self))
    answer = String(ExchangeExcerpt.oneLine(clean).prefix(ExchangeExcerpt.answerLimit))
  }

  /// Evidence is a line: a page's own lines would stand where ours do.
  private static func oneLine(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  /// As evidence: what was asked, then status and answer.
  package var lines: [String] { [asked, answered] }

  /// `400  {"error":…}`
  package var answered: String { answer.isEmpty ? "\(status)" : "\(status)  \(answer)" }

  /// The same without what came back: a fresh token may be in it, which no scrubber knows yet.
  package var withoutAnswer: ExchangeExcerpt {
    ExchangeExcerpt(asked: asked, status: status, answer: "")
  }

  private init(asked: String, status: Int, answer: String) {
    self.asked = asked
    self.status = status
    self.answer = answer
  }

  private static func line(_ request: Request) -> String {
    let query = request.query.map { item in
      guard let value = item.value else { return item.name.percentEncoded() }
      return item.name.percentEncoded() + "=" + value.shown { $0.percentEncoded() }
    }
    let tail = query.isEmpty ? "" : "?" + query.joined(separator: "&")
    return "\(request.method.rawValue) \(request.url.shown())\(tail)"
  }
}

extension Request {
  /// Knows every secret that this request holds, for texts that come back.
  package var scrubber: Scrubber {
    Scrubber(
      url.secrets + query.flatMap { $0.value?.secrets ?? [] } + headers.flatMap(\.value.secrets)
        + (body?.secrets ?? []) + (login.map { [$0.password] } ?? []))
  }
}

extension Body {
  fileprivate var secrets: [Secret] {
    switch self {
    case .form(let items): items.flatMap { $0.value?.secrets ?? [] }
    case .text(_, let text): text.secrets
    case .multipart(let parts): parts.flatMap(\.content.secrets)
    }
  }
}
