import TestSupport
import Testing

/// What Particle's documentation says it answers, put to the client over a recording.
@Suite("Documented replies of Particle")
struct DocumentedParticleTests {
  static let replies = DocumentedReply.all(of: "particle")

  @Test("the client reads a documented reply as its recording says", arguments: replies)
  func reads(_ reply: DocumentedReply) async throws {
    let reading = try await ParticleReading(reply).reading()
    #expect(reading == reply.reads, "\(reply)")
    // One that no call asks for says why.
    #expect((reply.unread == nil) != (reply.reads == nil), "\(reply)")
  }

  @Test("there are more than a hundred of them")
  func count() { #expect(DocumentedParticleTests.replies.count > 100) }
}
