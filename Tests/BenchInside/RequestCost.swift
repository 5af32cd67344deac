import Core
import HTTP

/// What a request costs on a connection that is kept alive, by the transport that the program
/// sends by.
struct RequestCost {
  let url: String
  let token: Secret
  let count: Int

  private struct Refused: Error { let status: Int }

  /// Requests before the first that counts.
  private static let warmUp = 200

  /// Microseconds, one after another.
  func measure() async throws -> [String: Double] {
    let transport = Transport.live(userAgent: "footbridge-bench")
    for _ in 0..<RequestCost.warmUp { _ = try await seconds(transport) }
    var times: [Double] = []
    for _ in 0..<count { times.append(try await seconds(transport)) }
    times.sort()
    return [
      "median": times[count / 2] * 1e6, "p99": times[count * 99 / 100] * 1e6,
      "mean": times.reduce(0, +) / Double(count) * 1e6,
    ]
  }

  private func seconds(_ transport: Transport) async throws -> Double {
    let start = ContinuousClock.now
    let reply = try await transport.send(
      Request(.get, MaskedText(url), headers: [HeaderField("Authorization", "Bearer \(token)")]))
    guard reply.status == 200 else { throw Refused(status: reply.status) }
    return (ContinuousClock.now - start) / .seconds(1)
  }
}
