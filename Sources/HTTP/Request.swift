import Core

/// What is asked of a server. It may hold secrets: printed, they show as their names.
package struct Request: Sendable {
  /// The methods that the clouds' routes use.
  package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  /// What is to be done at the address.
  package var method: Method
  /// Scheme, host, port and path, already percent-encoded; it may end in a query of its own.
  package var url: MaskedText
  /// Added to the URL, percent-encoded here.
  package var query: [QueryItem]
  /// In the order in which they are sent; `User-Agent` and the body's content type are added where
  /// they lack.
  package var headers: [HeaderField]
  /// Nil sends none.
  package var body: Body?
  /// Sent as an `Authorization` header of its own.
  package var login: BasicLogin?
  /// The whole exchange, from name look-up to the last byte. A stream has no such limit.
  package var timeout: Duration
  /// Until the connection stands, TLS included; never longer than `timeout`.
  package var connectTimeout: Duration
  /// A longer reply is refused with `WireError.bodyTooLarge`.
  package var bodyLimitBytes: Int

  /// A request that may take 30 s and bring 4 MiB, unless told otherwise.
  package init(
    _ method: Method, _ url: MaskedText, query: [QueryItem] = [], headers: [HeaderField] = [],
    body: Body? = nil, timeout: Duration = .seconds(30), connectTimeout: Duration = .seconds(10),
    bodyLimitBytes: Int = 4 << 20
  ) {
    self.method = method
    self.url = url
    self.query = query
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.connectTimeout = connectTimeout
    self.bodyLimitBytes = bodyLimitBytes
  }
}
