import Core

/// Why there is no reply.
package enum WireError: Error, Sendable, Equatable {
  /// libcurl, which makes all the calls, is not on this machine, or could not be set up.
  case libraryMissing
  /// This machine has no file, thread or memory left for a call; nothing went out.
  case resourceMissing(reason: Phrase)
  /// No connection: name not found, refused, reset. `reason` is libcurl's text. Here and below the
  /// host has its port, where the address names one.
  case unreachable(host: String, reason: Phrase)
  /// The certificate or the handshake was not acceptable.
  case tlsUntrusted(host: String, reason: Phrase)
  /// A proxy on the way did not open a line to the host. `reason` is libcurl's text.
  case proxyRefused(host: String, reason: Phrase)
  case timedOut(host: String, after: Duration)
  case bodyTooLarge(host: String, limitBytes: Int)
  /// Plain HTTP goes to loopback only: a token must not cross a network in clear.
  case plainHTTP(host: String)
  case malformedURL(String)
  /// A name or a value that does not fit on one header line.
  case malformedHeader(name: String)
  /// More events came than were read; the stream was closed.
  case streamOverflow(host: String, limit: Int)
}
