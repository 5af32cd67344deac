import Core
import HTTP
import ParticleAPI
import Synchronization

/// A transport that answers every request alike, and remembers what it was asked.
final class Scripted: Sendable {
  let response: Response
  private let log = Mutex<[Request]>([])

  init(_ status: Int, _ body: String, location: String? = nil) {
    let headers = location.map { [(name: "Location", value: $0)] } ?? []
    response = Response(status: status, headers: headers, body: Array(body.utf8))
  }
  init(_ status: Int, bytes: [UInt8]) { response = Response(status: status, body: bytes) }

  var requests: [Request] { log.withLock { $0 } }

  /// A cloud behind this transport, with a made-up token.
  var cloud: ParticleCloud {
    ParticleCloud(
      url: "https://particle.example/",
      token: Secret(Scripted.token, name: "particle.access_token"),
      transport: transport)
  }

  var transport: Transport {
    Transport(
      send: { request in
        self.log.withLock { $0.append(request) }
        return self.response
      },
      stream: { request in
        self.log.withLock { $0.append(request) }
        return AsyncThrowingStream { continuation in
          continuation.yield(.refused(self.response))
          continuation.finish()
        }
      })
  }

  /// What was asked, secrets as names.
  var asked: [String] { requests.map { ExchangeExcerpt($0, Response(status: 0)).asked } }

  static let token = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c"
}

/// The error that a question ends in; nil when it is answered.
func refusal(_ question: () async throws -> Void) async -> ParticleError? {
  do {
    try await question()
    return nil
  } catch {
    return error as? ParticleError
  }
}
