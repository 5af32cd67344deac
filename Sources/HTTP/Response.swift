/// What a server answered.
package struct Response: Sendable {
  /// HTTP's number, such as 200; redirects are told, not followed.
  package var status: Int
  /// In the order received. Values are raw and may repeat a secret (a 308's `Location` does).
  package var headers: [(name: String, value: String)]
  /// Raw, and never longer than the request's `bodyLimitBytes`; it may repeat a secret.
  package var body: [UInt8]
  /// In microseconds from the start of the request.
  package var timings: Timings

  /// An answer as it came; one that a test makes up takes no time.
  package init(
    status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
    timings: Timings = Timings()
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.timings = timings
  }

  /// The first header of that name, whatever its case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body as text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: body, as: UTF8.self) }
}
