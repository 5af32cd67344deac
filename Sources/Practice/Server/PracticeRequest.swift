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
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]

  /// - Parameter target: path and query, as in the request line.
  package init(
    method: String, target: String, headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    path = String(parts[0])
    rawQuery = parts.count > 1 ? String(parts[1]) : nil
    segments = path.split(separator: "/").map { FormText.decoded($0, plusIsSpace: false) }
    query = FormText.pairs(rawQuery ?? "")
    self.headers = headers
    self.body = body
  }

  /// The first header of that name, whatever its case.
  package func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  /// The first value of that name in the query; nil when it is missing or has no value.
  package func queryValue(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  /// The content type in small letters, without its parameters.
  package var contentType: String? {
    header("content-type")?.prefix { $0 != ";" }.lowercased().trimming(" ")
  }

  /// The fields of an urlencoded body; empty for any other content type.
  package var form: [(name: String, value: String?)] {
    guard contentType == "application/x-www-form-urlencoded" else { return [] }
    return FormText.pairs(bodyText)
  }

  /// The body as JSON, whatever its content type; nil when it is not JSON.
  package var json: JSONValue? { JSONValue(parsing: body) }

  /// Whether the body says that it is JSON, and is not.
  package var hasMalformedJSON: Bool {
    contentType == "application/json" && !body.isEmpty && json == nil
  }

  /// The body as text; bytes that are not UTF-8 become U+FFFD.
  package var bodyText: String { String(decoding: body, as: UTF8.self) }

  /// The value of a form field or of a member of a JSON object, as text: what "form or JSON"
  /// routes read. Numbers and booleans print as JavaScript prints them.
  package func field(_ name: String) -> String? {
    if contentType == "application/x-www-form-urlencoded" {
      return form.first { $0.name == name }.map { $0.value ?? "" }
    }
    return json?[name].flatMap(\.plain)
  }

  /// Whether there is a field or member of that name; its value may be null.
  package func names(_ name: String) -> Bool {
    form.contains { $0.name == name } || json?[name] != nil
  }
}
