/// Rewrites the addresses of practice clouds inside kept text, when they come back on other ports.
enum LoopbackURLs {
  /// - Parameter ports: from old to new; a port that is not in it stays.
  static func moved(_ text: String, ports: [Int: Int]) -> String {
    // Host and port, as far as the digits go.
    text.replacing(/http:\/\/(127\.0\.0\.1|localhost):([0-9]{1,5})/) { match in
      guard let old = Int(match.2), let new = ports[old] else { return String(match.0) }
      return "http://\(match.1):\(new)"
    }
  }
}
