/// A request as it came to a practice cloud, taken apart.
package struct PracticeRequest: Sendable {
  /// In capitals, such as `GET`.
  package var method: String
  /// Undecoded, without the query.
  package var path: String
  /// Undecoded, without its `?`; nil when there was none.
  package var rawQuery: String?
  /// The path's pieces, percent-decoded: `%2F` inside a piece is a slash that does not part.
  package var segments: [String]
  /// Decoded; a name without `=` has no value.
  package var query: [(name: String, value: String?)]
  /// In the order received.
  package let headers: [(name: String, value: String)]
  /// As it came, whole; empty when there was none.
  package let body: [UInt8]
  /// The fields of an urlencoded body; empty for any other content type.
  package let form: [(name: String, value: String?)]
  /// The body as JSON, whatever its content type; nil when it is not JSON.
  package let json: JSONValue?

  /// - Parameter target: path and query, as in the request line.
  package init(
    method: String, target: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    path = String(parts[0])
    rawQuery = parts.count > 1 ? String(parts[1]) : nil
    segments = PracticeRequest.segments(of: path)
    query = FormText.pairs(rawQuery ?? "")
    self.headers = headers
    self.body = body
    // Read once: routes ask for many fields, and a body may be large.
    let isForm = PracticeRequest.contentType(headers) == PracticeRequest.formType
    form = isForm ? FormText.pairs(String(decoding: body, as: UTF8.self)) : []
    json = body.isEmpty ? nil : JSONValue(parsing: body)
  }

  private static let formType = "application/x-www-form-urlencoded"

  /// A slash at the end is allowed for; one too many elsewhere makes another path, as for the
  /// routers that the clouds are built with.
  private static func segments(of path: String) -> [String] {
    var pieces = path.split(separator: "/", omittingEmptySubsequences: false)
    if pieces.first?.isEmpty == true { pieces.removeFirst() }
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces.map { FormText.decoded($0, plusIsSpace: false) }
  }

  /// The first header of that name, whatever its case.
  package func header(_ name: String) -> String? { PracticeRequest.header(name, headers) }

  private static func header(
    _ name: String, _ headers: [(name: String, value: String)]
  ) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  /// The first value of that name in the query; nil when it is missing or has no value.
  package func queryValue(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  /// The content type in small letters, without its parameters.
  package var contentType: String? { PracticeRequest.contentType(headers) }

  private static func contentType(_ headers: [(name: String, value: String)]) -> String? {
    header("content-type", headers)?.prefix { $0 != ";" }.lowercased().trimming(" ")
  }

  /// Whether the body says that it is JSON, and is not.
  package var hasMalformedJSON: Bool {
    contentType == "application/json" && !body.isEmpty && json == nil
  }

  /// The body as text; bytes that are not UTF-8 become U+FFFD.
  package var bodyText: String { String(decoding: body, as: UTF8.self) }

  /// The value of a form field or of a member of a JSON object, as text: what "form or JSON"
  /// routes read. Numbers and booleans print as JavaScript prints them.
  package func field(_ name: String) -> String? {
    if contentType == PracticeRequest.formType {
      return form.first { $0.name == name }.map { $0.value ?? "" }
    }
    return json?[name].flatMap(\.plain)
  }

  /// Whether there is a field or member of that name; its value may be null.
  package func names(_ name: String) -> Bool {
    form.contains { $0.name == name } || json?[name] != nil
  }
}
