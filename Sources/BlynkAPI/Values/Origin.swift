/// Scheme, host and port of a URL: as much as a redirect may change, and no more, as the rest of a
/// `Location` holds the token.
struct Origin: Sendable, Equatable {
  let scheme: String
  let host: String
  let port: String?

  init?(_ url: String) {
    guard let mark = url.firstRange(of: "://") else { return nil }
    scheme = url[..<mark.lowerBound].lowercased()
    let authority = url[mark.upperBound...].prefix { !"/?#\\".contains($0) }
    // A user name before the host would hide where the request goes.
    guard !authority.contains("@"), !authority.isEmpty else { return nil }
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      host = authority[..<colon].lowercased()
      port = String(authority[authority.index(after: colon)...])
    } else {
      host = authority.lowercased()
      port = nil
    }
  }

  var url: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }

  var isLoopback: Bool {
    ["127.0.0.1", "localhost", "[::1]"].contains(host)
  }

  /// Whether it is the same place, spoken to over TLS: no other region, so nothing to ask about.
  func isUpgrade(of url: String) -> Bool {
    guard let origin = Origin(url), origin.scheme == "http", scheme == "https" else { return false }
    return host == origin.host && port == origin.port
  }

  /// Whether a redirect there is Blynk's word on the region. On this machine, where hosts do not
  /// tell, Blynk's asks for the same again and a sign-in page does not (blynk:region-redirect).
  func isRegion(in location: String, of current: Origin) -> Bool {
    !current.isLoopback || location.contains("/external/api/") || location.contains("/oauth2/")
      || location.contains("/api/v1/")
  }

  /// Whether the token may be taken there: to Blynk over TLS, or from loopback to loopback
  /// (blynk:region-followed).
  func mayFollow(_ current: Origin) -> Bool {
    current.isLoopback ? isLoopback : isBlynk
  }

  /// Whether it is one of Blynk's own hosts, over TLS.
  var isBlynk: Bool { scheme == "https" && host.hasSuffix(".blynk.cloud") }
}
