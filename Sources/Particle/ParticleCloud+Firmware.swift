import Ground
import Wire

extension ParticleCloud {
  /// How long the cloud may compile and hand over: 120 s are reported for the compiler alone
  /// (particle-cloud §8.1).
  package static let flashTimeout = Duration.seconds(150)

  /// Has the cloud compile these sources and flash them; gives the cloud's words, "Update started".
  ///
  /// The reply only says that the update began: the proof comes as events (particle-cloud §5.6,
  /// §8.2). Throws `buildFailed` with the compiler's text.
  package func flash(_ device: String, files: [SourceFile]) async throws -> String {
    struct Started: Decodable {
      var message: String?
      var status: String?
    }
    let parts = files.enumerated().map { index, file in
      Body.Part(
        name: index == 0 ? "file" : "file\(index)", fileName: file.name, content: file.content)
    }
    let reply = try await ask(
      .put, ["devices", device], body: .multipart(parts), about: .flash(device: device),
      timeout: max(timeout, Self.flashTimeout))
    let started: Started = try reply.decoded()
    guard let words = started.message ?? started.status else {
      throw ParticleError.unexpectedReply(reply.witness)
    }
    return words
  }
}
