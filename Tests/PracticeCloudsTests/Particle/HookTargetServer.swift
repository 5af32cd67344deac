import HTTPTestServer
import Synchronization

@testable import PracticeClouds

/// A server that hooks may call: it answers what it was told to and keeps what came.
final class HookTargetServer: Sendable {
  private let server: PracticeServer
  private let kept: Kept

  private final class Kept: Sendable {
    let requests = Mutex<[PracticeRequest]>([])
  }

  init(status: Int, reply: String = "") async throws {
    let kept = Kept()
    server = try await PracticeServer.listen { request in
      kept.requests.withLock { $0.append(request) }
      return reply.isEmpty ? .empty(status) : .text(status, reply)
    }
    self.kept = kept
  }

  var requests: [PracticeRequest] { kept.requests.withLock { $0 } }
  var url: String { "http://127.0.0.1:\(server.port)/in" }

  func stop() async { await server.stop() }

  /// Stops without being waited for.
  func close() { Task { [server] in await server.stop() } }
}
