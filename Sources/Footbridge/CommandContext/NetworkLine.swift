import HTTP

/// How this machine reaches the clouds, in a line: proxy and certificates.
struct NetworkLine {
  private let network: NetworkSettings

  init(environment: [String: String]) { network = NetworkSettings(environment: environment) }

  var text: String {
    let proxy = network.proxy.map { "by the proxy \($0)" } ?? "without a proxy"
    let certificates = network.certificateFile ?? network.certificateDirectory
    return "Network: \(proxy); certificates: \(certificates ?? "the system's"). "
      + "Loopback never takes the proxy."
  }
}
