import Core

/// What a server answered, with the question it belongs to: what both clients read replies from.
///
/// Only the witness is fit to be shown; the body and the headers are raw and may repeat a secret.
package struct Reply: Sendable {
  /// The exchange as it may be shown, in every error about it.
  package let witness: ExchangeExcerpt
  private let request: Request
  private let response: Response

  /// A reply with its question, whose secrets the witness and `scrub` take out.
  package init(_ request: Request, _ response: Response) {
    witness = ExchangeExcerpt(request, response)
    self.request = request
    self.response = response
  }

  /// HTTP's number, whatever the body says.
  package var status: Int { response.status }
  /// Raw: it may repeat a secret.
  package var body: [UInt8] { response.body }

  /// Whether the status says that it worked (2xx).
  package var isSuccess: Bool { (200..<300).contains(status) }

  /// The first header of that name, whatever its case.
  package func header(_ name: String) -> String? { response.header(name) }

  /// A text of the body without the request's secrets: a cloud may repeat them.
  package func scrub(_ text: String) -> String { request.scrubber.scrub(text) }

  /// The body as text without blanks around it.
  package var text: String {
    let inside = response.text.drop { $0.isWhitespace }
    return String(inside.reversed().drop { $0.isWhitespace }.reversed())
  }
}
