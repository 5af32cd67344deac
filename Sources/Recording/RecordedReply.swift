/// What a server answered, as a recording holds it.
package struct RecordedReply: Sendable, Equatable {
  /// HTTP's number, such as 200.
  package var status: Int
  /// In the order received.
  package var headers: [RecordedHeader]
  /// Of a stream, all that it said while it was recorded.
  package var body: RecordedBody

  /// A reply that is clean already.
  package init(status: Int, headers: [RecordedHeader] = [], body: RecordedBody) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first header of that name, whatever its case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
