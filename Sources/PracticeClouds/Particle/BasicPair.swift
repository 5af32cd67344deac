import HTTPTestServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What HTTP Basic carries: a client with its secret, or an owner with a password.
struct BasicPair {
  let name: String
  let password: String

  /// Nil when the request has no such header.
  init?(_ request: PracticeRequest) {
    guard let header = request.header("authorization"), header.lowercased().hasPrefix("basic "),
      let data = Data(base64Encoded: String(header.dropFirst(6)))
    else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    (name, password) = (String(parts[0]), String(parts[1]))
  }
}
