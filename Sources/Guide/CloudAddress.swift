/// Reads the address of a cloud: a host, a region's short name, or a URL.
enum CloudAddress {
  /// What is wrong with an address.
  enum Fault: Error, Equatable {
    case notAHost
    /// Plain HTTP goes to this machine only: a token must not cross a network in clear.
    case plainHTTP
    /// The first Blynk: other accounts, tokens and calls (blynk:first-blynk).
    case firstBlynk
  }

  /// The regions of the Blynk cloud (blynk:region-hosts).
  static let regions = ["ny3", "fra1", "lon1", "sgp1", "blr1"]

  /// Where they are (blynk:region-hosts).
  private static let cities = [
    "newyork": "ny3", "frankfurt": "fra1", "london": "lon1", "singapore": "sgp1",
    "singapur": "sgp1", "bangalore": "blr1",
  ]

  /// The URL without path and trailing slash, such as `https://ny3.blynk.cloud`.
  ///
  /// A path is dropped: the console's address is what a person is likely to paste.
  static func url(_ text: String) throws(Fault) -> String {
    if let region = cities[text.lowercased().filter { $0 != " " }] {
      return "https://\(region).blynk.cloud"
    }
    let (scheme, rest) = split(text.lowercased())
    guard !rest.contains("@"), let (host, port) = hostAndPort(rest) else { throw .notAHost }
    if scheme == nil, port == nil, regions.contains(host) { return "https://\(host).blynk.cloud" }
    if host == "blynk-cloud.com" || host.hasSuffix(".blynk-cloud.com") { throw .firstBlynk }
    let isHere = isLoopback(host)
    guard isHere || isHostName(host) else { throw .notAHost }
    switch scheme ?? (isHere ? "http" : "https") {
    case "https": return "https://" + host + suffix(port, usual: 443)
    case "http" where isHere: return "http://" + host + suffix(port, usual: 80)
    case "http": throw .plainHTTP
    default: throw .notAHost
    }
  }

  /// The part of an address that may be repeated to the person: the host, never path or query.
  static func shown(_ text: String) -> String? {
    let (_, rest) = split(text.lowercased())
    guard (1...60).contains(rest.count), rest.contains(".") || rest.count <= 20 else { return nil }
    let isPlain = rest.utf8.allSatisfy { isLetterOrDigit($0) || "-.:[]".utf8.contains($0) }
    return isPlain ? rest : nil
  }

  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  private static func split(_ text: String) -> (scheme: String?, rest: String) {
    guard let mark = text.firstRange(of: "://") else { return (nil, authority(text[...])) }
    return (String(text[..<mark.lowerBound]), authority(text[mark.upperBound...]))
  }

  private static func authority(_ text: Substring) -> String {
    String(text.prefix { !"/?#\\".contains($0) })
  }

  private static func hostAndPort(_ text: String) -> (String, Int?)? {
    let bracket = text.lastIndex(of: "]") ?? text.startIndex
    guard let colon = text[bracket...].lastIndex(of: ":") else { return (text, nil) }
    let digits = text[text.index(after: colon)...]
    guard digits.allSatisfy(\.isASCII), digits.allSatisfy(\.isNumber), let port = Int(digits),
      (1...65535).contains(port)
    else { return nil }
    return (String(text[..<colon]), port)
  }

  private static func suffix(_ port: Int?, usual: Int) -> String {
    guard let port, port != usual else { return "" }
    return ":\(port)"
  }

  /// Two labels at least, of letters, digits and hyphens (RFC 1123 §2.1); if the last one is a
  /// number, four numbers make an IPv4 address.
  private static func isHostName(_ host: String) -> Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, host.utf8.count <= 253, labels.allSatisfy(isLabel) else {
      return false
    }
    guard labels.last?.allSatisfy(\.isNumber) == true else { return true }
    return labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy { $0 == 45 || isLetterOrDigit($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte)
  }
}
