/// The hosts that are this machine: `localhost`, 127.0.0.0/8 and `[::1]`.
package enum Loopback {
  /// - Parameter host: as it stands in a URL; an IPv6 address may be in its brackets.
  package static func contains(host: String) -> Bool {
    switch host.lowercased() {
    case "localhost", "::1", "[::1]": return true
    default: break
    }
    let octets = host.split(separator: ".", omittingEmptySubsequences: false)
    // `127.example.com` is a name like any other, so all four must be numbers.
    return octets.count == 4 && octets[0] == "127" && octets.allSatisfy(isOctet)
  }

  /// The same for a host that may have its port behind it.
  package static func contains(authority: String) -> Bool {
    guard let colon = authority.lastIndex(of: ":"),
      authority.filter({ $0 == ":" }).count == 1
        || authority[..<colon].hasSuffix("]")
    else { return contains(host: authority) }
    return contains(host: String(authority[..<colon]))
  }

  /// `UInt8` alone would take a sign as well.
  private static func isOctet(_ text: Substring) -> Bool {
    UInt8(text) != nil
      && text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }
}
