import HTTP
import Synchronization
import TestSupport

/// Clouds that answer as they like, with what clouds say: yes, no, something else, nothing.
struct WhimsicalClouds: Sendable {
  let transport: Transport

  init(seed: UInt64) {
    let chance = Mutex(Seeded(seed: seed))
    let reply: @Sendable () throws(WireError) -> Response = { () throws(WireError) in
      let index = chance.withLock { $0.below(WhimsicalClouds.replies.count + 2) }
      guard index < WhimsicalClouds.replies.count else {
        throw .unreachable(host: "cloud.example", reason: "nobody there")
      }
      let (status, body) = WhimsicalClouds.replies[index]
      return Response(status: status, body: Array(body.utf8))
    }
    transport = Transport(
      send: { _ in try reply() },
      stream: { _ in
        AsyncThrowingStream { events in
          do {
            events.yield(.refused(try reply()))
            events.finish()
          } catch { events.finish(throwing: error) }
        }
      })
  }

  private static let replies: [(Int, String)] = [
    (200, "{}"), (200, "[]"), (200, "1"), (200, #"{"ok":true}"#), (200, #"{"online":true}"#),
    (200, #"{"return_value":1}"#), (200, #"{"expires_at":null}"#),
    (
      200,
      #"{"id":"0123456789abcdef01234567","name":"b","platform_id":13,"functions":["blynk_led"]}"#
    ),
    (200, #"{"V6":"a","V14":0,"V15":0,"V16":1,"V17":1}"#), (400, #"{"error":"no"}"#),
    (400, #"{"error":{"message":"Invalid token."}}"#), (401, #"{"error":"invalid_token"}"#),
    (404, "not here"), (500, ""),
  ]
}
