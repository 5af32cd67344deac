import Core

/// The way out of this machine as a person set it in the environment: proxy and certificates.
package struct NetworkSettings: Sendable {
  /// The proxy for all but loopback; a password in it is a secret.
  package var proxy: MaskedText?
  /// Hosts reached without the proxy, comma-separated; `*` is all.
  package var noProxy: String?
  /// A PEM file of trusted certificates.
  package var certificateFile: String?
  /// A directory of trusted certificates, named by hash (OpenSSL's `rehash`).
  package var certificateDirectory: String?

  /// No proxy, and the system's certificates.
  package init() {}

  /// Reads what the `curl` tool reads: `https_proxy`, `all_proxy` and `no_proxy` in either case,
  /// the lower one first. Of the certificates' variables the first that is set counts alone:
  /// `CURL_CA_BUNDLE`, `SSL_CERT_DIR`, `SSL_CERT_FILE` (seen with curl 7.88.1, every combination).
  /// An empty variable is none. Plain HTTP goes to loopback only, so `http_proxy` has no say.
  package init(environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    proxy = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY").map(Self.veil)
    noProxy = value("no_proxy", "NO_PROXY")
    if let bundle = value("CURL_CA_BUNDLE") {
      certificateFile = bundle
    } else if let directory = value("SSL_CERT_DIR") {
      certificateDirectory = directory
    } else {
      certificateFile = value("SSL_CERT_FILE")
    }
  }

  private static func veil(proxy: String) -> MaskedText {
    guard let at = proxy.lastIndex(of: "@") else { return MaskedText(proxy) }
    let start = proxy.firstRange(of: "://")?.upperBound ?? proxy.startIndex
    let login = Secret(String(proxy[start..<at]), name: "proxy.login")
    return MaskedText(pieces: [
      .plain(String(proxy[..<start])), .secret(login), .plain(String(proxy[at...])),
    ])
  }
}
