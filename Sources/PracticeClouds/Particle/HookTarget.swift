/// Where a hook's request goes.
enum HookTarget {
  /// The host of a URL, without a port: whether the real cloud shows one is not documented.
  static func host(of url: String) -> String {
    let address = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let authority = address.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last ?? authority
    return String(host.prefix { $0 != ":" })
  }
}
