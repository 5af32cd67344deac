/// What a server answered.
package struct Response: Sendable {
  package var status: Int
  /// In the order received. Values are raw and may repeat a secret (a 308's `Location` does).
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  package var timings: Timings

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
