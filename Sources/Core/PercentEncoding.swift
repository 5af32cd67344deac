extension String {
  /// The text percent-encoded: everything outside `A-Za-z0-9-._~` (RFC 3986 §2.3), so that `+` can
  /// never be read as a space.
  package func percentEncoded() -> String {
    var out = ""
    for byte in utf8 {
      if String.unreserved.contains(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        out += hex.count == 1 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return out
  }

  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
}
