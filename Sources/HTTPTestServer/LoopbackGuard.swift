import NIOHTTP1
import Synchronization

/// Who may ask a practice server: programs that call it by a name of loopback, and its own pages.
///
/// A page of any site can have a person's browser send requests to loopback: forms, images,
/// scripts, even under a name of the site's own that leads to 127.0.0.1 (DNS rebinding). A browser
/// says with each of them where the page is from, and by which name it came; nothing else of a
/// request counts here, and nothing of it is read before.
struct LoopbackGuard: Sendable {
  /// The ports of the servers that belong together, whose pages may ask each other.
  final class OwnPorts: Sendable {
    private let ports = Mutex<Set<Int>>([])

    func add(_ port: Int) { ports.withLock { _ = $0.insert(port) } }
    func has(_ port: Int) -> Bool { ports.withLock { $0.contains(port) } }
  }

  /// Why a request is not let in.
  enum Refusal: Equatable {
    case noHost, foreignHost, foreignOrigin, otherUser

    /// 421 is for a name that a server does not go by (RFC 9110 §15.5.20).
    var status: Int {
      switch self {
      case .noHost: 400
      case .foreignHost: 421
      case .foreignOrigin, .otherUser: 403
      }
    }

    var text: String {
      switch self {
      case .noHost: "A request has to name one Host."
      case .foreignHost: "The practice clouds go by 127.0.0.1 and localhost only."
      case .foreignOrigin: "The practice clouds answer no page of another origin."
      case .otherUser: "The practice clouds answer only the user who started them."
      }
    }
  }

  private static let names = ["127.0.0.1", "localhost", "[::1]"]

  let own: OwnPorts

  /// Nil lets the request in.
  func refusal(of head: HTTPRequestHead) -> Refusal? {
    let hosts = head.headers["host"]
    guard hosts.count == 1 else { return .noHost }
    guard LoopbackGuard.port(of: hosts[0]) != nil, isOurs(target: head.uri) else {
      return .foreignHost
    }
    let origins = head.headers["origin"]
    let places = origins + head.headers["referer"].map(LoopbackGuard.origin(of:))
    guard origins.count <= 1, places.allSatisfy(isOwn(origin:)) else { return .foreignOrigin }
    // A page on another port of this machine is of the same site, and may be anybody's.
    let allowed: Set = ["same-origin", "none"]
    let isAllowed = head.headers["sec-fetch-site"].map { $0.lowercased() }.allSatisfy { site in
      allowed.contains(site) || (site == "same-site" && !places.isEmpty)
    }
    return isAllowed ? nil : .foreignOrigin
  }

  /// A target that names a host itself counts for more than the header (RFC 9112 §3.2.2).
  private func isOurs(target: String) -> Bool {
    guard !target.hasPrefix("/"), target != "*" else { return true }
    let parts = target.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count >= 3 && parts[0].lowercased() == "http:" && parts[1].isEmpty
      && LoopbackGuard.port(of: String(parts[2])) != nil
  }

  private func isOwn(origin: String) -> Bool {
    let scheme = "http://"
    guard origin.lowercased().hasPrefix(scheme),
      let port = LoopbackGuard.port(of: String(origin.dropFirst(scheme.count)))
    else { return false }
    return own.has(port)
  }

  private static func origin(of address: String) -> String {
    address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).prefix(3)
      .joined(separator: "/")
  }

  /// The port of a loopback's name, 80 where none is given; nil for any other name.
  private static func port(of authority: String) -> Int? {
    let authority = authority.lowercased()
    guard let name = names.first(where: authority.hasPrefix) else { return nil }
    let rest = authority.dropFirst(name.count)
    if rest.isEmpty { return 80 }
    let digits = rest.dropFirst()
    guard rest.first == ":", (1...5).contains(digits.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(digits).flatMap { (1...65_535).contains($0) ? $0 : nil }
  }
}
