import Core
import HTTP

extension ParticleCloud {
  /// How long the cloud may compile and hand over: 120 s are reported for the compiler alone
  /// (particle:compile-limits).
  package static let flashTimeout = Duration.seconds(150)

  /// Has the cloud compile these sources; the binary is there for a day
  /// (particle:compile-reply, particle:binary-fetch).
  ///
  /// Throws `buildFailed` with the compiler's text.
  package func compile(_ files: [SourceFile], for target: BuildTarget) async throws -> Compilation {
    let fields = target.fields.map { Body.Part(name: $0.name, content: MaskedText($0.value)) }
    return try await ask(
      .post, ["binaries"], body: .multipart(Self.parts(files) + fields), about: .build,
      timeout: max(timeout, Self.flashTimeout)
    ).decoded()
  }

  /// A compiled binary, by its id (particle:binary-fetch). It holds what the sketch held: a token,
  /// too.
  package func binary(_ id: String) async throws -> [UInt8] {
    try await ask(.get, ["binaries", id], timeout: max(timeout, Self.flashTimeout)).body
  }

  /// Has the cloud compile these sources and flash them; gives the cloud's words, "Update started".
  ///
  /// The reply only says that the update began: the proof comes as events (particle:flash-begins).
  /// Throws `buildFailed` with the compiler's text.
  package func flash(_ device: String, files: [SourceFile]) async throws -> String {
    try await flash(device, Self.parts(files))
  }

  /// Flashes a compiled binary; the same words as for sources (particle:flash-request).
  package func flash(_ device: String, binary: [UInt8], name: String = "firmware.bin") async throws
    -> String
  {
    try await flash(device, [Body.Part(name: "file", fileName: name, bytes: binary)])
  }

  private func flash(_ device: String, _ parts: [Body.Part]) async throws -> String {
    struct Started: Decodable {
      var message: String?
      var status: String?
    }
    let reply = try await ask(
      .put, scope + ["devices", device], body: .multipart(parts), about: .flash(device: device),
      timeout: max(timeout, Self.flashTimeout))
    let started: Started = try reply.decoded()
    guard let words = started.message ?? started.status else {
      throw ParticleError.unexpectedReply(reply.witness)
    }
    return words
  }

  /// The fields `file`, `file1`, `file2` … of the reference.
  private static func parts(_ files: [SourceFile]) -> [Body.Part] {
    files.enumerated().map { index, file in
      Body.Part(
        name: index == 0 ? "file" : "file\(index)", fileName: file.name, content: file.content)
    }
  }
}
