import Core

/// What is said where something between here and a cloud answers in its place: the same for either
/// cloud.
package enum IntermediaryError {
  /// Code, title, causes, next move and outcome.
  package typealias Words = (
    code: String, title: Phrase, causes: Phrase, next: Phrase, outcome: Problem.Outcome
  )

  /// A redirect to a host that is none of the cloud's.
  package static let captivePortal: Words = (
    "captive-portal", "Something on the way sends me elsewhere",
    "The network's sign-in page, a proxy or a filter answers for the cloud, with an address that "
      + "is not the cloud's. I took no token there.",
    "Open any page in a browser on this machine and sign in to the network; else look at the proxy "
      + "and at the cloud's address in this setup.", .couldNotAsk
  )

  /// 407, or a tunnel that the proxy does not open.
  package static let proxyRefused: Words = (
    "proxy-refused", "The proxy does not let me through",
    "It wants a name and a password, other ones, or it keeps this cloud's host shut.",
    "Put the proxy's login into its address (`HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT`), or ask "
      + "who runs it to open the host; `NO_PROXY` names hosts that are reached without it.",
    .couldNotAsk
  )

  /// A page of HTML with 401, 403 or 451.
  package static let blocked: Words = (
    "request-blocked", "Something before the cloud refuses me",
    "The page is not the cloud's own answer: a firewall or a content network keeps this address "
      + "or this network out. Tokens and settings have no part in it.",
    "Try from another network, or without the VPN; a block of this kind often ends by itself.",
    .couldNotAsk
  )
}

extension Reply {
  /// Where a redirect leads, scheme, host and port of it, if that is another host than was asked.
  package var strangerOfRedirect: String? {
    guard (300..<400).contains(status), let place = redirectOrigin,
      place != Reply.origin(of: witness.asked.split(separator: " ").last.map(String.init) ?? "")
    else { return nil }
    return place
  }

  private static func origin(of url: String) -> String {
    guard let mark = url.firstRange(of: "://") else { return "" }
    return url[..<mark.upperBound].lowercased()
      + url[mark.upperBound...].prefix { !"/?#".contains($0) }.lowercased()
  }

  /// Whether the body is a page for a browser, which no cloud's API answers with.
  package var isPage: Bool {
    if header("Content-Type")?.lowercased().hasPrefix("text/html") == true { return true }
    return body.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "<")
  }

  /// Scheme, host and port that a redirect names, and no more: the rest may hold a token. Nil where
  /// it names none.
  package var redirectOrigin: String? {
    guard let location = header("Location"), let mark = location.firstRange(of: "://") else {
      return nil
    }
    let scheme = location[..<mark.lowerBound].lowercased()
    let host = location[mark.upperBound...].prefix { !"/?#\\".contains($0) }.lowercased()
    guard ["http", "https"].contains(scheme), !host.isEmpty, host.utf8.count <= 255,
      host.unicodeScalars.allSatisfy({ $0.isASCII && !"@ ".unicodeScalars.contains($0) })
    else { return nil }
    return "\(scheme)://\(Scrubber([]).scrub(host))"
  }
}
