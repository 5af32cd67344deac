import TestSupport
import Testing

/// What Blynk's documentation says it answers, put to the client over a recording.
@Suite("Documented replies of Blynk")
struct DocumentedBlynkTests {
  static let replies = DocumentedReply.all(of: "blynk")

  @Test("the client reads a documented reply as its recording says", arguments: replies)
  func reads(_ reply: DocumentedReply) async throws {
    let reading = try await BlynkReading(reply).reading()
    #expect(reading == reply.reads, "\(reply)")
    // One that no call asks for says why.
    #expect((reply.unread == nil) != (reply.reads == nil), "\(reply)")
  }

  @Test("there are a hundred of them")
  func count() { #expect(DocumentedBlynkTests.replies.count >= 100) }
}
