extension Transport {
  /// How many parts of a stream may wait to be read before it is closed as overflowing.
  package static let streamBufferLimit = 4096

  /// Throws `WireError.libraryMissing` where nothing can be sent from this machine: told before a
  /// cloud is blamed.
  package static func checkLibrary() throws {
    guard Curl.isReady else { throw WireError.libraryMissing }
  }

  /// The transport that really sends: libcurl, on one thread for all its requests.
  ///
  /// The thread starts with the first request and ends when the transport and its streams are gone.
  /// Connections are kept alive between requests, so a program wants one transport, not many.
  ///
  /// - Parameters:
  ///   - userAgent: what the servers are told, such as `footbridge/1.0`.
  ///   - network: proxy and certificates; loopback is never proxied.
  ///   - observe: told of each request that was sent, once, on libcurl's thread: keep it short.
  package static func live(
    userAgent: String, network: NetworkSettings = NetworkSettings(),
    observe: @escaping @Sendable (Exchange) -> Void = { _ in }
  ) -> Transport {
    let client = CurlClient(userAgent: userAgent, network: network, observe: observe)
    return Transport(send: { try await client.send($0) }, stream: { client.stream($0) })
  }
}
