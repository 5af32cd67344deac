import BlynkAPI
import Core
import HTTP
import Synchronization

/// A transport that answers by the request, and remembers what it was asked.
final class Scripted: Sendable {
  private let log = Mutex<[Request]>([])
  private let answer: @Sendable (Request) throws -> Response

  init(_ answer: @escaping @Sendable (Request) throws -> Response) { self.answer = answer }

  convenience init(_ status: Int, _ body: String, location: String? = nil) {
    let headers = location.map { [(name: "Location", value: $0)] } ?? []
    self.init { _ in Response(status: status, headers: headers, body: Array(body.utf8)) }
  }

  var requests: [Request] { log.withLock { $0 } }

  /// What was asked, secrets as names.
  var asked: [String] { requests.map { ExchangeExcerpt($0, Response(status: 0)).asked } }

  /// A cloud behind this transport, with a made-up token.
  func cloud(at url: String = "https://ny3.blynk.cloud") -> BlynkCloud {
    BlynkCloud(
      url: url, token: Secret(Scripted.token, name: "blynk.auth_token"), transport: transport)
  }

  var transport: Transport {
    Transport(
      send: { request in
        self.log.withLock { $0.append(request) }
        return try self.answer(request)
      },
      stream: { _ in AsyncThrowingStream { $0.finish() } })
  }

  static let token = "-AbCdEfGhIjKlMnOpQrStUvWxYz01234"
}

/// The error that a question ends in; nil when it is answered.
func refusal(_ question: () async throws -> Void) async -> BlynkError? {
  do {
    try await question()
    return nil
  } catch {
    return error as? BlynkError
  }
}
