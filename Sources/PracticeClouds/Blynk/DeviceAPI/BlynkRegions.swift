import HTTPTestServer

/// Where the account's own region listens, and where the others do: what the others answer in
/// place of the device API.
struct BlynkRegions: Sendable {
  private let context: BlynkContext
  /// Nil until the cloud listens.
  private let homePort: Int?
  /// Ports by the region's name.
  let others: [String: Int]

  init(_ context: BlynkContext, home: Int? = nil, others: [String: Int] = [:]) {
    self.context = context
    homePort = home
    self.others = others
  }

  /// Sends a request on to where the account lives, if that is not where it came in.
  ///
  /// - Parameter region: where it came in; nil is the account's own.
  func redirect(_ request: PracticeRequest, in region: String?) -> PracticeReply? {
    home(of: request, in: region).map { elsewhere(request, $0) }
  }

  /// Where the account lives, if that is not where the request came in (blynk:region-redirect).
  ///
  /// While `blynk-wrong-region` is on, the account lives in the first of the other regions. If
  /// there is none, it lives in one called "localhost", on the same port.
  private func home(of request: PracticeRequest, in region: String?) -> String? {
    let host = (request.header("host") ?? "").split(separator: ":", maxSplits: 1).map(String.init)
    let port = host.count > 1 ? ":\(host[1])" : ""
    guard context.faults.isOn(.blynkWrongRegion) else {
      return region.flatMap { _ in homePort }.map { "127.0.0.1:\($0)" }
    }
    guard let other = context.settings.otherRegions.first, let place = others[other] else {
      return host.first == "localhost" ? nil : "localhost\(port)"
    }
    return region == other ? nil : "127.0.0.1:\(place)"
  }

  /// 308 with the whole right URL, token and all; or the other documented answer
  /// (blynk:region-redirect, blynk:region-bad-token).
  private func elsewhere(_ request: PracticeRequest, _ home: String) -> PracticeReply {
    if context.settings.wrongRegionAnswer == .invalidToken {
      return BlynkRefusal.invalidToken.reply
    }
    let query = request.rawQuery.map { "?\($0)" } ?? ""
    let location = "http://\(home)\(request.path)\(query)"
    return .whole(status: 308, headers: [("Location", location)], body: [])
  }
}
