import Core

extension WireError: Explained {
  /// A page for each case; an address is shown without its query, which may hold a token.
  package var problem: Problem {
    switch self {
    case .libraryMissing: libraryMissing
    case .resourceMissing(let reason): resourceMissing(reason)
    case .unreachable(let host, let reason): unreachable(host, reason)
    case .tlsUntrusted(let host, let reason): untrusted(host, reason)
    case .proxyRefused(let host, let reason): proxyRefused(host, reason)
    case .timedOut(let host, let limit): timedOut(host, limit)
    case .bodyTooLarge(let host, let limit): tooLarge(host, limit)
    case .plainHTTP(let host): plainHTTP(host)
    case .malformedURL(let url): malformedURL(url)
    case .malformedHeader(let name): malformedHeader(name)
    case .streamOverflow(let host, let limit): overflow(host, limit)
    }
  }

  private var libraryMissing: Problem {
    Problem(
      code: "local-resource", title: "libcurl is not on this machine",
      attempt: "I wanted to make a call, and opened `libcurl.so.4` (`libcurl.4.dylib` on a Mac).",
      next: "Install it: `apt-get install libcurl4`, or `brew install curl`. Then try again.",
      outcome: .couldNotAsk)
  }

  private func resourceMissing(_ reason: Phrase) -> Problem {
    Problem(
      code: "local-resource", title: "This machine lacks what a call needs",
      attempt: "I wanted to make a call, and sent nothing.", evidence: [reason],
      next: "Allow this program more open files, threads or memory (`ulimit -a` shows the limits), "
        + "or name a file of certificates that is there (`footbridge help environment`); then try "
        + "again.",
      outcome: .couldNotAsk)
  }

  private func unreachable(_ host: String, _ reason: Phrase) -> Problem {
    Problem(
      code: "network-unreachable", title: "I cannot reach \(host)",
      attempt: "I called \(host) and got no answer.", evidence: [reason],
      causes: Loopback.contains(authority: host)
        ? "That is this machine, so most likely nothing listens at that port."
        : """
        This machine is offline, its DNS does not know the name, or a proxy, a VPN or a firewall \
        stands in the way.
        """,
      next: next(host), outcome: .couldNotAsk)
  }

  private func untrusted(_ host: String, _ reason: Phrase) -> Problem {
    Problem(
      code: "tls-untrusted", title: "I do not trust the line to \(host)",
      attempt: "I called \(host) and checked its certificate before sending anything.",
      evidence: [reason],
      causes: """
        A proxy or a virus scanner that opens TLS, a wrong clock on this machine, or a server with \
        a certificate of its own making.
        """,
      next: """
        If the network here has its own certificate, name its PEM file in `CURL_CA_BUNDLE`. \
        `curl -v https://\(host)` shows the certificate; `date` shows the clock.
        """,
      outcome: .couldNotAsk)
  }

  private func proxyRefused(_ host: String, _ reason: Phrase) -> Problem {
    let words = IntermediaryError.proxyRefused
    return Problem(
      code: words.code, title: words.title,
      attempt: "I wanted to call \(host), by way of the proxy.", evidence: [reason],
      causes: words.causes, next: words.next, outcome: words.outcome)
  }

  private func timedOut(_ host: String, _ limit: Duration) -> Problem {
    Problem(
      code: "timeout", title: "\(host) took too long",
      attempt: "I called \(host) and waited \(limit.shown).",
      causes: Loopback.contains(authority: host)
        ? "The server on this machine took the call and did not answer it."
        : "A slow or cut line, a proxy or VPN that swallows the call, or a busy server.",
      next: next(host), outcome: .couldNotAsk)
  }

  private func tooLarge(_ host: String, _ limit: Int) -> Problem {
    Problem(
      code: "unexpected-reply", title: "\(host) sent more than I take",
      attempt: "I read the reply of \(host) up to \(Wording.count(limit, "byte")), and hung up.",
      causes: "Something other than the expected server answers there, a sign-in page perhaps.",
      next: next(host), outcome: .couldNotAsk)
  }

  private func plainHTTP(_ host: String) -> Problem {
    Problem(
      code: "plain-http", title: "I do not speak plain HTTP to \(host)",
      attempt: "I was to call \(host), and sent nothing.",
      causes: "Over plain HTTP a token crosses the network for all to read.",
      next: "Write the address with `https://`. Plain HTTP goes to this machine only.",
      outcome: .couldNotAsk)
  }

  private func malformedURL(_ url: String) -> Problem {
    Problem(
      code: "malformed-url", title: "This is no address I can call",
      attempt: "I was to call an address, and sent nothing.",
      evidence: [Phrase(verbatim: url.withoutQuery)],
      next: "An address looks like `https://blynk.cloud`, without a user name in it.",
      outcome: .couldNotAsk)
  }

  private func malformedHeader(_ name: String) -> Problem {
    Problem(
      code: "malformed-header", title: "One value does not fit on a line",
      attempt: "I was to send the header `\(name)`, and sent nothing.",
      causes: "A line end or another control character came along when it was copied.",
      next: "Enter the value once more, as one line.", outcome: .couldNotAsk)
  }

  private func overflow(_ host: String, _ limit: Int) -> Problem {
    Problem(
      code: "stream-overflow", title: "\(host) sends faster than I read",
      attempt: "I listened to \(host); \(Wording.count(limit, "event")) lay unread, and I hung up.",
      causes: "Another device or another program publishes a great many events.",
      next: "Listen to a narrower event name, or quiet the one that publishes, then try again.",
      outcome: .couldNotAsk)
  }

  private func next(_ host: String) -> Phrase {
    if Loopback.contains(authority: host) {
      return "See that the server there runs (`footbridge practice serve`), then try again."
    }
    return """
      `curl -v https://\(host)` shows how far a call gets. Behind a proxy, name it in \
      `HTTPS_PROXY`; else look at the VPN and at DNS, then try again.
      """
  }
}

extension Duration {
  /// `300 ms`, `1.5 s`, `10 s`.
  fileprivate var shown: Phrase {
    let milliseconds = wholeMilliseconds
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    let tenths = milliseconds / 100 % 10
    return tenths == 0
      ? "\(milliseconds / 1000) s" : "\(Phrase(decimal: "\(milliseconds / 1000).\(tenths)")) s"
  }
}
