import HTTP
import HTTPTestServer
import Synchronization

@testable import PracticeClouds

/// A server that a webhook may call: it answers what it was told to and keeps what came.
final class WebhookReceiver: Sendable {
  let port: Int
  private let server: PracticeServer
  private let kept: Kept

  private final class Kept: Sendable {
    let requests = Mutex<[PracticeRequest]>([])
  }

  init(status: Int = 200) async throws {
    let kept = Kept()
    server = try await PracticeServer.listen { request in
      kept.requests.withLock { $0.append(request) }
      return .empty(status)
    }
    self.kept = kept
    port = server.port
  }

  var requests: [PracticeRequest] { kept.requests.withLock { $0 } }
  var url: String { "http://127.0.0.1:\(port)/v1/devices/abc/blynk_led" }

  func stop() async { await server.stop() }
}
