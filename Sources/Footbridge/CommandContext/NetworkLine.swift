import Core
import HTTP

/// How this machine reaches the clouds, in a line: proxy and certificates.
struct NetworkLine {
  private let network: NetworkSettings

  init(environment: [String: String]) { network = NetworkSettings(environment: environment) }

  var text: Phrase {
    let proxy: Phrase = network.proxy.map { "by the proxy \($0)" } ?? "without a proxy"
    let file = network.certificateFile ?? network.certificateDirectory
    let certificates: Phrase = file.map { Phrase(verbatim: $0) } ?? "the system's"
    return "Network: \(proxy); certificates: \(certificates). "
      + "Loopback never takes the proxy."
  }
}
