/// What a server answered, as a recording holds it.
package struct RecordedReply: Sendable, Equatable {
  package var status: Int
  package var headers: [RecordedHeader]
  package var body: RecordedBody

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
